import type { Conflict, IdleReason } from "#session/planFindings.ts";
import { unbroken } from "#ui/unbroken.ts";
import { yearsText } from "#ui/yearsText.ts";
import { useWords } from "#ui/useWords.tsx";

type MeasureNotesProps = {
  readonly measure: number;
  readonly idle: IdleReason | null;
  readonly conflicts: readonly Conflict[];
  /** Years in which its cap held it back in the run on the map. */
  readonly cappedYears: readonly number[];
};

/** What stands in the way of a measure: that it changes nothing, its cap, or that another acts on the same lever. */
export function MeasureNotes({ measure, idle, conflicts, cappedYears }: MeasureNotesProps) {
  const t = useWords();
  const own = conflicts.filter(({ first, second }) => first === measure || second === measure);
  return (
    <>
      {cappedYears.length > 0 && (
        <p className="guidance">{unbroken(t("plans.capped", { years: yearsText(cappedYears) }))}</p>
      )}
      {(idle !== null || own.length > 0) && (
        <ul className="measure-notes">
          {idle && <li>{t(`plans.idle.${idle}`)}</li>}
          {own.map(({ first, second, from, to, isCut }) => {
            const other = (first === measure ? second : first) + 1;
            return <li key={other}>{t(isCut ? "plans.conflictCut" : "plans.conflict", { other, from, to })}</li>;
          })}
        </ul>
      )}
    </>
  );
}
