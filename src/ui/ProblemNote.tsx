import type { InputProblem } from "#domain/inputProblem.ts";
import { describeProblem } from "#domain/inputProblem.ts";
import { lazy, Suspense } from "react";
import { useWords } from "./useWords.tsx";

type ProblemsProps = {
  readonly problems: readonly InputProblem[];
  /** A file is told by its own places, a field by its name. */
  readonly of: "file" | "field";
};

/** Words of refusals are loaded with the first one; where they cannot be had, it is told as on the command line. */
const Problems = lazy(() =>
  import("./ProblemList.tsx").then(
    ({ ProblemList }) => ({ default: ProblemList }),
    () => ({ default: PlainProblems }),
  ),
);

/** Why a file or link was refused, as a list. */
export function FileProblems({ problems }: Pick<ProblemsProps, "problems">) {
  return (
    <Suspense>
      <Problems problems={problems} of="file" />
    </Suspense>
  );
}

/** Why what was typed or chosen was not taken, below its field. */
export function ProblemNote({ id, problems }: { readonly id?: string; readonly problems: readonly InputProblem[] }) {
  const t = useWords();
  return (
    <div className="problem" id={id} role="alert">
      {t("plan.unchanged")}
      <Suspense>
        <Problems problems={problems} of="field" />
      </Suspense>
    </div>
  );
}

function PlainProblems({ problems }: ProblemsProps) {
  return (
    <ul>
      {problems.map((problem) => (
        <li key={problem.place} lang="en">
          {describeProblem(problem)}
        </li>
      ))}
    </ul>
  );
}
