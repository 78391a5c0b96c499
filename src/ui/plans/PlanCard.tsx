import type { ScenarioCard } from "#domain/scenario.ts";
import { unbroken } from "#ui/unbroken.ts";
import { useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

const PARTS = ["changes", "evidence", "assumptions", "expectedSign", "disprovedBy"] as const;

export type CardId = `card-${(typeof PARTS)[number]}`;

/** What a preset says of itself. */
export function PlanCard({ card }: { readonly card: ScenarioCard }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <dl>
      {PARTS.map((part) => (
        <div key={part} id={`card-${part}` satisfies CardId} tabIndex={-1}>
          <dt>{t(`about.card.${part}`)}</dt>
          <dd className="prose">{unbroken(card[part][language])}</dd>
        </div>
      ))}
    </dl>
  );
}
