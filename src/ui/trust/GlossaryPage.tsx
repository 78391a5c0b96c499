import { useState } from "react";
import { fill } from "#ui/fill.ts";
import { localesOf } from "#ui/formats.ts";
import { OpenPart } from "#ui/OpenPart.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { GLOSSARY, GLOSSARY_IDS } from "./glossary.ts";
import { useGlossaryWords } from "./useGlossaryWords.ts";

/** Every machine, equation and statistic of the page in plain words, searchable in the language of the page. */
export function GlossaryPage() {
  const t = useWords();
  const language = useLanguage();
  const words = useGlossaryWords();
  const { number } = useFormats();
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLocaleLowerCase(language);
  const found = GLOSSARY_IDS.map((id) => ({ id, term: words.entries[id][0], meaning: words.entries[id][1] }))
    .filter(({ term, meaning }) => `${term} ${meaning}`.toLocaleLowerCase(language).includes(wanted))
    .sort((a, b) => a.term.localeCompare(b.term, [...localesOf(language)], { numeric: true, ignorePunctuation: true }));
  return (
    <div className="glossary">
      <search>
        <label className="field">
          <span className="field-name">{words.search}</span>
          <input type="text" value={query} onChange={(event) => setQuery(event.target.value)} />
        </label>
        <p className="guidance" aria-live="polite">
          {found.length > 0
            ? fill(words.found, { found: number(found.length), all: number(GLOSSARY_IDS.length) })
            : words.none}
        </p>
      </search>
      <dl aria-label={t("drawer.parts.glossary")}>
        {found.map(({ id, term, meaning }) => {
          const part = GLOSSARY[id];
          return (
            <div key={id} id={`term-${id}`}>
              <dt>{term}</dt>
              <dd className="prose">{unbroken(meaning)}</dd>
              {part && (
                <dd className="guidance">
                  {words.see}: <OpenPart part={part} />
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </div>
  );
}
