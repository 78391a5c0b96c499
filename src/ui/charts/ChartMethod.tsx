import type { GlossaryId } from "#ui/trust/glossary.ts";
import { OpenPart } from "#ui/OpenPart.tsx";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { useGlossaryWords } from "#ui/trust/useGlossaryWords.ts";
import { unbroken } from "#ui/unbroken.ts";

/** In the place of a chart: what the glossary says of how it is computed, and where to read on. */
export function ChartMethod({ titleId, terms }: { readonly titleId: string; readonly terms: readonly GlossaryId[] }) {
  const { entries } = useGlossaryWords();
  return (
    <ScrollArea titleId={titleId}>
      <dl className="chart-method">
        {terms.map((id) => {
          const [term, meaning] = entries[id];
          return (
            <div key={id}>
              <dt>{term}</dt>
              <dd className="prose">{unbroken(meaning)}</dd>
            </div>
          );
        })}
      </dl>
      <p className="method-more">
        <OpenPart part="glossary" /> <OpenPart part="assumptions" />
      </p>
    </ScrollArea>
  );
}
