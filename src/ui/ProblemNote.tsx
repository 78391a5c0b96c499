import type { InputProblem } from "#domain/inputProblem.ts";
import { describeProblem } from "#domain/inputProblem.ts";
import { later } from "./later.tsx";
import { useWords } from "./useWords.tsx";

type ProblemsProps = {
  readonly problems: readonly InputProblem[];
  /** A file is told by its own places, a field by its name. */
  readonly of: "file" | "field";
};

/** Words of refusals are loaded with the first one; where they cannot be had, it is told as on the command line. */
const Problems = later<ProblemsProps>(() =>
  import("./ProblemList.tsx").then(
    ({ ProblemList }) => ProblemList,
    () => PlainProblems,
  ),
);

/** Why a file or link was refused, as a list. */
export function FileProblems({ problems }: Pick<ProblemsProps, "problems">) {
  return <Problems problems={problems} of="file" />;
}

/** Why what was typed or chosen was not taken, below its field. */
export function ProblemNote({ id, problems }: { readonly id?: string; readonly problems: readonly InputProblem[] }) {
  const t = useWords();
  return (
    <div className="problem" id={id} role="alert">
      {t("plan.unchanged")}
      <Problems problems={problems} of="field" />
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
