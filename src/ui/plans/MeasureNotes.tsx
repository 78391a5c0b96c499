import type { Conflict, IdleReason } from "#session/planFindings.ts";
import { useWords } from "#ui/useWords.tsx";

type MeasureNotesProps = {
  readonly measure: number;
  readonly idle: IdleReason | null;
  readonly conflicts: readonly Conflict[];
};

/** What stands in the way of a measure: that it changes nothing, or that another acts on the same lever. */
export function MeasureNotes({ measure, idle, conflicts }: MeasureNotesProps) {
  const t = useWords();
  const own = conflicts.filter(({ first, second }) => first === measure || second === measure);
  if (!idle && own.length === 0) return null;
  return (
    <ul className="measure-notes">
      {idle && <li>{t(`plans.idle.${idle}`)}</li>}
      {own.map(({ first, second, from, to, isCut }) => {
        const other = (first === measure ? second : first) + 1;
        return <li key={other}>{t(isCut ? "plans.conflictCut" : "plans.conflict", { other, from, to })}</li>;
      })}
    </ul>
  );
}
