import type { ActorHistory, ActorStep } from "#engine/inspectActor.ts";
import type { Timeline } from "#session/timelines.ts";
import type { TimelineWords } from "#ui/words/timeline/en.ts";
import type { Histories } from "./useHistories.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { ACTOR_WORDS, actorName, stateName } from "#ui/actor/actorWording.ts";
import { createReasonWording } from "#ui/actor/reasonWording.ts";
import { fill } from "#ui/fill.ts";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useLanguage, useSend, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { YearHead } from "#ui/YearHead.tsx";

type TimelineReasonsProps = {
  readonly histories: Histories;
  readonly timelines: readonly Timeline[];
  readonly year: number;
  readonly words: TimelineWords;
};

/** What held the ecosystem back in the shown year, and what caused every change of state: the guard and what decided it. */
export function TimelineReasons({ histories, timelines, year, words }: TimelineReasonsProps) {
  const t = useWords();
  const language = useLanguage();
  const send = useSend();
  const { data } = useStudy();
  const actorWords = ACTOR_WORDS[language];
  const order = timelines.map(({ id }) => id);
  const changes = histories.found
    .flatMap(({ id, machines: [{ machine, steps }] }) =>
      steps.filter(({ from, to }) => from !== to).map((step) => ({ id, machine, ...step })),
    )
    .sort((a, b) => a.year - b.year || order.indexOf(a.id) - order.indexOf(b.id));
  const { reasonOf } = createReasonWording(language, t);
  const why = (step: ActorStep, machine: string) => unbroken(reasonOf(step, machine));
  const ecosystem = histories.found.find(({ id }) => id === "ecosystem");
  return (
    <section className="timeline-reasons" aria-labelledby="timeline-reasons-title">
      {ecosystem && year > START_YEAR && <Held ecosystem={ecosystem} year={year} words={words} why={why} />}
      <Title id="timeline-reasons-title">{words.reasons}</Title>
      {histories.status === "running" && <p role="status">{words.looking}</p>}
      {histories.status === "failed" && <p role="alert">{words.failed}</p>}
      {histories.status === "done" && changes.length === 0 && <p className="guidance">{words.noChange}</p>}
      {changes.length > 0 && (
        <table>
          <thead className="hidden">
            <tr>
              <th scope="col">{words.year}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ id, machine, ...step }) => (
              <tr key={`${id} ${step.year} ${step.from}`} data-now={step.year === year}>
                <YearHead year={step.year} isShown={step.year === year} />
                <td className="who">
                  <button
                    type="button"
                    className="explain"
                    onClick={() => send({ type: "VIEW_CHANGED", change: { part: "actor", actor: id } })}
                  >
                    {actorName(id, actorWords, data, language)}
                  </button>
                  <span className="step">
                    {stateName(actorWords, machine, step.from)} → {stateName(actorWords, machine, step.to)}
                  </span>
                </td>
                <td>{why(step, machine)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type HeldProps = {
  readonly ecosystem: ActorHistory;
  readonly year: number;
  readonly words: TimelineWords;
  readonly why: (step: ActorStep, machine: string) => string;
};

/** Why the ecosystem stayed where it was in the shown year: the guards that did not hold, the last of which leads on. */
function Held({ ecosystem: { machines }, year, words, why }: HeldProps) {
  const actorWords = ACTOR_WORDS[useLanguage()];
  const step = machines[0].steps.find((one) => one.year === year);
  if (!step || step.from !== step.to) return null;
  const onward = { ...step, asked: step.asked.filter(({ guard }) => guard !== null).slice(-1) };
  return (
    <div className="held">
      <Title>{fill(words.held, { year: String(year), stage: stateName(actorWords, "ecosystem", step.to) })}</Title>
      <p className="sentence">{why(onward, "ecosystem")}</p>
    </div>
  );
}
