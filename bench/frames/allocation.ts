import type { CDPSession } from "playwright-core";

/** Bytes allocated in the loop of frames, garbage included, by whose code; and besides it: a new year's render, this bench. */
export type Allocation = {
  readonly inFrames: ReadonlyMap<string, number>;
  readonly besides: number;
  /** Functions of the loop, the largest first. */
  readonly functions: readonly { readonly owner: string; readonly name: string; readonly bytes: number }[];
};

type SampledNode = {
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly selfSize: number;
  readonly children: readonly SampledNode[];
};

/** What react-three-fiber calls once a frame. */
const LOOP = "loop";

/** The scene is built with one file for each owner; what the engine itself allocates counts for whoever called it. */
export async function allocationDuring(client: CDPSession, motion: () => Promise<unknown>): Promise<Allocation> {
  await client.send("HeapProfiler.startSampling", {
    samplingInterval: 256,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  await motion();
  const { profile } = await client.send("HeapProfiler.stopSampling");
  const inFrames = new Map<string, number>();
  const functions = new Map<string, { owner: string; name: string; bytes: number }>();
  let besides = 0;
  const visit = ({ callFrame, selfSize, children }: SampledNode, caller: { owner: string; name: string } | null) => {
    const { functionName, url, lineNumber } = callFrame;
    const owner = /(\w+)-[^/]*\.js$/.exec(url)?.[1] ?? null;
    const own = owner === null ? caller : { owner, name: `${functionName || "(anonymous)"}:${lineNumber + 1}` };
    // Above the loop nothing is known yet.
    const at = caller !== null || functionName === LOOP ? own : null;
    if (at === null) besides += selfSize;
    else {
      const key = `${at.owner} ${at.name}`;
      inFrames.set(at.owner, (inFrames.get(at.owner) ?? 0) + selfSize);
      const known = functions.get(key) ?? { ...at, bytes: 0 };
      functions.set(key, { ...known, bytes: known.bytes + selfSize });
    }
    for (const child of children) visit(child, at);
  };
  visit(profile.head, null);
  return { inFrames, besides, functions: [...functions.values()].sort((a, b) => b.bytes - a.bytes) };
}
