import type { ActorStep, InspectedMachine } from "#engine/inspectActor.ts";
import type { ActorWords } from "#ui/words/actor/en.ts";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { YearHead } from "#ui/YearHead.tsx";
import { useState } from "react";
import { stateName } from "./actorWording.ts";
import { createReasonWording } from "./reasonWording.ts";

type ActorPathProps = {
  readonly inspected: InspectedMachine;
  readonly years: readonly number[];
  readonly words: ActorWords;
  readonly year: number;
};

/** Every year of a machine: where the actor stood at its end, and why it moved or stayed. */
export function ActorPath({ inspected, years, words, year }: ActorPathProps) {
  const t = useWords();
  const { reasonOf, seenOf } = createReasonWording(useLanguage(), t);
  const [allSeen, setAllSeen] = useState(false);
  const { machine, states, steps } = inspected;
  const stepsOf = (at: number) => steps.filter((step) => step.year === at);
  const reason = (step: ActorStep) => {
    const why = unbroken(reasonOf(step, machine));
    return step.from === step.to ? `${words.stays}; ${why}` : why;
  };
  return (
    <section className="actor-path" aria-labelledby="actor-path-title">
      <Title level={4} id="actor-path-title">
        {words.path}
      </Title>
      <table>
        <thead className="hidden">
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((at, t) => (
            <tr key={at} data-now={at === year} data-moved={t > 0 && states[t] !== states[t - 1]}>
              <YearHead year={at} isShown={at === year} />
              <td className="actor-path-state">{stateName(words, machine, states[t])}</td>
              <td>
                {t === 0 && words.start}
                {stepsOf(at).map((step) => (
                  <span key={step.from}>
                    {reason(step)}
                    {allSeen && <small>{seenOf(step)}</small>}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="check">
        <input type="checkbox" checked={allSeen} onChange={(event) => setAllSeen(event.target.checked)} />
        {words.allSeen}
      </label>
    </section>
  );
}
