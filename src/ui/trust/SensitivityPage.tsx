import { parameterById } from "#domain/parameters.ts";
import { parameterMeaning } from "#ui/assumptions/parameterMeaning.ts";
import { fill } from "#ui/fill.ts";
import { OpenPart } from "#ui/OpenPart.tsx";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { type Effect, MORRIS_STUDY, OUTCOMES } from "./morrisStudy.ts";
import { TRUST_WORDS } from "./trustWords.ts";
import "#ui/styles/trust.css";

/** Which assumption decides what: the screening of Morris in short, with the command that prints all of it. */
export function SensitivityPage() {
  const language = useLanguage();
  const words = TRUST_WORDS[language];
  const { number } = useFormats();
  const { effects, runs, command } = MORRIS_STUDY;
  const text = ([size, low, high]: Effect) =>
    fill(words.sensitivity.effect, { size: number(size, 1), low: number(low, 1), high: number(high, 1) });
  const decides = (ids: readonly (keyof typeof effects)[], outcome: (typeof OUTCOMES)[number]) =>
    ids.reduce((most, id) => (effects[id][outcome][0] > effects[most][outcome][0] ? id : most));
  const ids = Object.keys(effects) as (keyof typeof effects)[];
  const most = decides(ids, "share");
  return (
    <div className="trust">
      <section className="wide-section">
        <Title id="sensitivity-title">
          {fill(words.sensitivity.title, {
            assumption: parameterMeaning(parameterById(most), language),
            size: number(effects[most].share[0], 1),
          })}
        </Title>
        <p>{words.sensitivity.text}</p>
        <p className="guidance">
          {fill(words.sensitivity.note, { runs: number(runs) })} <code>{command}</code>
        </p>
        <ScrollArea titleId="sensitivity-title">
          <table className="of-texts">
            <thead>
              <tr>
                <th scope="col" className="text">
                  {words.sensitivity.assumption}
                </th>
                {OUTCOMES.map((outcome) => (
                  <th key={outcome} scope="col">
                    {words.sensitivity[outcome]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ids.map((id) => (
                <tr key={id}>
                  <th scope="row" className="sentence">
                    {parameterMeaning(parameterById(id), language)}
                  </th>
                  {OUTCOMES.map((outcome) => (
                    <td key={outcome} data-selected={decides(ids, outcome) === id}>
                      {text(effects[id][outcome])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
        <p className="trust-links">
          <OpenPart part="assumptions" />
        </p>
      </section>
    </div>
  );
}
