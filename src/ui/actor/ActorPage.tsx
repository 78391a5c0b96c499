import type { ActorHistory } from "#engine/inspectActor.ts";
import type { ActorWords } from "#ui/words/actor/en.ts";
import { parseEnterpriseId } from "#domain/enterpriseId.ts";
import { messageOf } from "#domain/messageOf.ts";
import { TECHNOLOGIES } from "#domain/technologies.ts";
import { createActorInspector } from "#session/actorInspector.ts";
import { useEffect, useMemo, useState } from "react";
import { FaultNote } from "#ui/FaultNote.tsx";
import { fill } from "#ui/fill.ts";
import { Tabs } from "#ui/Tabs.tsx";
import { Title } from "#ui/Title.tsx";
import { useLanguage, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { yearsText } from "#ui/yearsText.ts";
import { ActorChooser } from "./ActorChooser.tsx";
import { ActorNumbers } from "./ActorNumbers.tsx";
import { ActorPath } from "./ActorPath.tsx";
import { ACTOR_WORDS, actorName, machineName, originOf } from "./actorWording.ts";
import { MachineDiagram } from "./MachineDiagram.tsx";
import "#ui/styles/actor.css";

/** One actor of the shown run: its machines, the path it took, its numbers, its partners; or a list to choose from. */
export function ActorPage() {
  const t = useWords();
  const words = ACTOR_WORDS[useLanguage()];
  const actor = useSession((context) => context.view.actor);
  const inspection = useInspection(actor);
  if (actor === null) return <ActorChooser words={words} />;
  if (inspection.status === "running") return <p role="status">{words.opening}</p>;
  if (inspection.status === "failed")
    return (
      <FaultNote what={words.failed} message={inspection.message}>
        <button type="button" onClick={inspection.again}>
          {t("drawer.again")}
        </button>
      </FaultNote>
    );
  if (inspection.history === null)
    return (
      <>
        <p role="status">{words.unknown}</p>
        <ActorChooser words={words} />
      </>
    );
  return <InspectedActor key={inspection.history.id} history={inspection.history} words={words} />;
}

type Inspection =
  | { readonly status: "running" }
  | { readonly status: "done"; readonly history: ActorHistory | null }
  | { readonly status: "failed"; readonly message: string; readonly again: () => void };

type Answer = { readonly of: object; readonly inspection: Inspection };

/** Looks into the actor in the shown run; another run, actor or attempt looks again. */
function useInspection(actor: string | null): Inspection {
  const study = useStudy();
  const run = useSession(({ simulated, baseline }) => simulated ?? baseline);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const inspector = useMemo(() => createActorInspector(study), [study]);
  useEffect(() => () => inspector.stop(), [inspector]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks anew
  const question = useMemo(() => ({ run, actor }), [run, actor, attempt]);
  useEffect(() => {
    if (question.run === null || question.actor === null) return;
    let wanted = true;
    const tell = (inspection: Inspection) => wanted && setAnswer({ of: question, inspection });
    const { scenario, seed } = question.run;
    inspector.inspect({ scenario, seed, replicate: 0 }, question.actor).then(
      (history) => tell({ status: "done", history }),
      (error: unknown) =>
        tell({
          status: "failed",
          message: messageOf(error),
          again: () => setAttempt((before) => before + 1),
        }),
    );
    return () => {
      wanted = false;
    };
  }, [inspector, question]);
  return answer?.of === question ? answer.inspection : { status: "running" };
}

type InspectedActorProps = { readonly history: ActorHistory; readonly words: ActorWords };

function InspectedActor({ history, words }: InspectedActorProps) {
  const language = useLanguage();
  const send = useSend();
  const { data } = useStudy();
  const wantedYear = useSession((context) => context.view.year);
  const [chosen, setChosen] = useState(history.machines[0].name);
  const { id, years, machines } = history;
  const year = Math.min(wantedYear, years.at(-1)!);
  const inspected = machines.find(({ name }) => name === chosen) ?? machines[0];
  return (
    <article className="actor" data-testid="actor" aria-labelledby="actor-title">
      <header>
        <Title id="actor-title">{actorName(id, words, data, language)}</Title>
        {parseEnterpriseId(id) && <p className="guidance">{originOf(id, words, data, language)}</p>}
        <button type="button" className="quiet" onClick={() => send({ type: "VIEW_CHANGED", change: { actor: null } })}>
          {words.close}
        </button>
      </header>
      {machines.length > 1 && (
        <Tabs
          name={words.machine}
          panelId="actor-machine"
          tabs={machines.map(({ name, machine }) => ({ value: name, text: machineName(words, machine, name) }))}
          value={inspected.name}
          onChoose={setChosen}
        />
      )}
      <div id="actor-machine" role={machines.length > 1 ? "tabpanel" : undefined} className="actor-machine">
        <MachineDiagram inspected={inspected} words={words} year={year} state={inspected.states[years.indexOf(year)]} />
        <p className="guidance">{fill(words.legend, { year: String(year) })}</p>
        <ActorPath inspected={inspected} years={years} words={words} year={year} />
      </div>
      <div className="actor-side">
        <ActorNumbers history={history} words={words} year={year} />
        <Technologies history={history} words={words} year={year} />
        <Partners history={history} words={words} year={year} />
      </div>
    </article>
  );
}

type ActorInYearProps = InspectedActorProps & { readonly year: number };

/** What it uses besides cloud and big data, which are machines of their own, and since when. */
function Technologies({ history: { technologies, cores }, words, year }: ActorInYearProps) {
  const language = useLanguage();
  if (cores.length === 0) return null;
  return (
    <section aria-labelledby="actor-technologies-title">
      <Title level={4} id="actor-technologies-title">
        {words.technologies}
      </Title>
      {technologies.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table className="actor-numbers">
          <tbody>
            {technologies.map(({ id, years }) => (
              <tr key={id} data-past={!years.includes(year)}>
                <th scope="row">{TECHNOLOGIES.find((one) => one.id === id)!.name[language]}</th>
                <td>{yearsText(years)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="guidance">{words.illustrative}</p>
    </section>
  );
}

function Partners({ history: { years, buyers, sellers, cores }, words, year }: ActorInYearProps) {
  if (cores.length === 0) return null;
  const core = cores[years.indexOf(year)];
  return (
    <section aria-labelledby="actor-partners-title">
      <Title level={4} id="actor-partners-title">
        {words.partners}
      </Title>
      <dl className="actor-partners">
        <dt>{words.platform}</dt>
        <dd>{core ? <ActorLinks ids={[core]} words={words} /> : fill(words.noPlatform, { year: String(year) })}</dd>
        <dt>{words.buyers}</dt>
        <dd>
          <ActorLinks ids={buyers} words={words} />
        </dd>
        <dt>{words.sellers}</dt>
        <dd>
          <ActorLinks ids={sellers} words={words} />
        </dd>
      </dl>
    </section>
  );
}

function ActorLinks({ ids, words }: { readonly ids: readonly string[]; readonly words: ActorWords }) {
  const language = useLanguage();
  const send = useSend();
  const { data } = useStudy();
  if (ids.length === 0) return words.none;
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <button type="button" className="link" onClick={() => send({ type: "VIEW_CHANGED", change: { actor: id } })}>
            {actorName(id, words, data, language)}
          </button>
        </li>
      ))}
    </ul>
  );
}
