import type { InputProblem } from "#domain/inputProblem.ts";
import type { Scenario } from "#domain/scenario.ts";
import { decodeUtf8 } from "#domain/decodeUtf8.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { MAXIMUM_SCENARIO_BYTES, parseScenario } from "#domain/scenario.ts";
import { FileProblems } from "#ui/ProblemNote.tsx";
import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

export type RefusedFile = { readonly name: string; readonly problems: readonly InputProblem[] };

/** Reads a plan file through the same door as the command line. */
export async function readPlanFile(file: File, regionIds: readonly string[]): Promise<Scenario | RefusedFile> {
  try {
    if (file.size > 4 * MAXIMUM_SCENARIO_BYTES) {
      // Too long in any encoding: refused with the text of parseScenario, without reading it.
      throw new InputRefused([
        { place: file.name, expected: `at most ${MAXIMUM_SCENARIO_BYTES} characters`, found: `${file.size} bytes` },
      ]);
    }
    return parseScenario(decodeUtf8(await file.arrayBuffer(), file.name), file.name, regionIds);
  } catch (error) {
    if (error instanceof InputRefused) return { name: file.name, problems: error.problems };
    throw error;
  }
}

const LISTED_PROBLEMS = 12;

export function RefusedFileNote({ refused, onClose }: { readonly refused: RefusedFile; readonly onClose: () => void }) {
  const t = useWords();
  const { number } = useFormats();
  const more = refused.problems.length - LISTED_PROBLEMS;
  return (
    <div className="refused-file" role="alert">
      <strong>{t("plan.fileRefused", { file: refused.name })}</strong>
      <span>{t("plan.fileMeant")}</span>
      <FileProblems problems={refused.problems.slice(0, LISTED_PROBLEMS)} />
      {more > 0 && <p>{t("counted.moreProblems", { count: more, number: number(more) })}</p>}
      <button type="button" onClick={onClose}>
        {t("plan.close")}
      </button>
    </div>
  );
}
