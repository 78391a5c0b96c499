import type { TaskThread } from "#engine/threadPool.ts";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { startNodeThread } from "#cli/nodeThread.ts";
import { runReplicates } from "#cli/runReplicates.ts";
import { isSameFuture, type ReplicateResult, type ReplicateTask, runReplicate } from "#engine/replicate.ts";
import { createThreadPool } from "#engine/threadPool.ts";
import { plan, study } from "./fixtures/simulate.ts";

const without = { ...plan([], { id: "baseline" }), until: 2024 };
const advised = { ...plan([{ lever: "advice", size: 100 }]), until: 2024 };
const tasks: ReplicateTask[] = [0, 1, 2].flatMap((replicate) =>
  [without, advised].map((scenario) => ({ scenario, seed: "1", replicate, isRecorded: false })),
);

/** Threads that answer with the name of the task, and die at the calls that the test names, counted over all threads. */
function mortalThreads(deadly: (call: number) => boolean) {
  const started: { ended: boolean; tasks: ReplicateTask[] }[] = [];
  let calls = 0;
  const startThread = (): TaskThread<ReplicateTask, ReplicateResult> => {
    const thread = { ended: false, tasks: [] as ReplicateTask[] };
    started.push(thread);
    return {
      run: async (task) => {
        thread.tasks.push(task);
        if (deadly(calls++)) throw new Error("killed");
        return { replicate: task.replicate, digest: `${task.scenario.id}/${task.replicate}` } as ReplicateResult;
      },
      end: () => {
        thread.ended = true;
      },
    };
  };
  return { started, startThread };
}

async function digestsOf(deadly: (call: number) => boolean, size = 2) {
  const { started, startThread } = mortalThreads(deadly);
  const digests: string[] = [];
  const { finished } = createThreadPool(size, startThread, isSameFuture).run(tasks, (index, { digest }) => {
    digests[index] = digest;
  });
  await finished;
  return { digests, started };
}

describe("a pool of threads for futures", () => {
  it("answers every task once, and a thread takes the plans of one future one after the other", async () => {
    const { digests, started } = await digestsOf(() => false);
    expect(digests).toEqual(tasks.map(({ scenario, replicate }) => `${scenario.id}/${replicate}`));
    for (const thread of started) {
      const replicates = thread.tasks.map(({ replicate }) => replicate);
      expect(new Set(replicates).size * 2).toBe(replicates.length);
      expect(replicates.filter((replicate, k) => k % 2 === 1 && replicate !== replicates[k - 1])).toEqual([]);
    }
  });

  it("runs a future again in a new thread when one dies, with the same answers", async () => {
    const { digests, started } = await digestsOf((call) => call === 1 || call === 4);
    expect(digests).toEqual((await digestsOf(() => false)).digests);
    expect(started).toHaveLength(4);
    expect(started.filter(({ ended }) => ended)).toHaveLength(2);
  });

  it("gives up on a future that has failed three times", async () => {
    const { started, startThread } = mortalThreads(() => true);
    const { finished } = createThreadPool(1, startThread).run(tasks, () => {});
    await expect(finished).rejects.toThrow("killed");
    expect(started).toHaveLength(3);
  });

  it("is silent once it was stopped", async () => {
    const heard: number[] = [];
    const { startThread } = mortalThreads(() => false);
    const { finished, stop } = createThreadPool(1, startThread).run(tasks, (index) => {
      heard.push(index);
      stop();
    });
    await finished;
    expect(heard).toHaveLength(1);
  });
});

describe("threads of Node", () => {
  it("that are killed while they simulate change nothing in the results", async () => {
    const results = await runReplicates(study, tasks, 2, () => {}, threadsOfWhichTheFirstDies());
    const alone = tasks.map((task) => runReplicate(study, task));
    expect(results.map(({ digest }) => digest)).toEqual(alone.map(({ digest }) => digest));
    expect(results.map(({ regional }) => regional)).toEqual(alone.map(({ regional }) => regional));
    expect(results.map(({ estimates }) => estimates)).toEqual(alone.map(({ estimates }) => estimates));
  }, 60_000);
});

/** The first thread ends the moment it is given data; the others are those of the command line. */
function threadsOfWhichTheFirstDies() {
  let isFirst = true;
  return () => {
    if (!isFirst) return startNodeThread();
    isFirst = false;
    return new Worker("require('node:worker_threads').parentPort.once('message', () => process.exit(1))", {
      eval: true,
    });
  };
}
