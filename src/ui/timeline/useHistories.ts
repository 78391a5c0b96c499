import type { ActorHistory } from "#engine/inspectActor.ts";
import { createActorInspector } from "#session/actorInspector.ts";
import { useSession, useStudy } from "#ui/useSession.tsx";
import { useEffect, useState } from "react";

export type Histories = {
  readonly status: "running" | "done" | "failed";
  readonly found: readonly ActorHistory[];
};

/** Looks into several actors of the shown run, one after the other; another run looks again. */
export function useHistories(ids: readonly string[]): Histories {
  const study = useStudy();
  const run = useSession(({ simulated, baseline }) => simulated ?? baseline);
  const wanted = ids.join(" ");
  const [answer, setAnswer] = useState<{ readonly of: object; readonly histories: Histories } | null>(null);
  useEffect(() => {
    if (run === null || wanted === "") return;
    const inspector = createActorInspector(study);
    let isWanted = true;
    const tell = (histories: Histories) => isWanted && setAnswer({ of: run, histories });
    const { scenario, seed } = run;
    const histories = wanted.split(" ").map((id) => inspector.inspect({ scenario, seed, replicate: 0 }, id));
    Promise.all(histories).then(
      (found) => tell({ status: "done", found: found.filter((history) => history !== null) }),
      () => tell({ status: "failed", found: [] }),
    );
    return () => {
      isWanted = false;
      inspector.stop();
    };
  }, [study, run, wanted]);
  return answer !== null && answer.of === run ? answer.histories : { status: "running", found: [] };
}
