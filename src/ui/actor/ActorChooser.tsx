import type { MapAgents } from "#scene/mapProps.ts";
import type { ActorWords } from "#ui/words/actor/en.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { enterpriseId } from "#domain/enterpriseId.ts";
import { actorsOf, manufacturersOf } from "#domain/runResult.ts";
import { firmStage, VACANT } from "#scene/firmStage.ts";
import { yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { useState } from "react";
import { fill } from "#ui/fill.ts";
import { localesOf } from "#ui/formats.ts";
import { actorPick } from "#ui/map/actorPlaces.ts";
import { stageColour } from "#ui/themed.ts";
import { SelectField } from "#ui/SelectField.tsx";
import { Title } from "#ui/Title.tsx";
import { useOrderedRegions } from "#ui/useOrderedRegions.ts";
import { useFormats, useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { actorName, machineName, stateName } from "./actorWording.ts";

type Listed = { readonly id: string; readonly state: string; readonly colour: string | null };

/** All actors by kind, region and stage, as buttons: what a click on the map does, without a map. */
export function ActorChooser({ words }: { readonly words: ActorWords }) {
  const t = useWords();
  const language = useLanguage();
  const { number } = useFormats();
  const send = useSend();
  const { data } = useStudy();
  const ordered = useOrderedRegions("name");
  const region = useSelectedRegion();
  const years = useSession(shownYears);
  const wantedYear = useSession((context) => context.view.year);
  const summary = useSession(({ simulated, baseline }) => (simulated ?? baseline)?.summary);
  const [kind, setKind] = useState(region === null ? "named" : "manufacturer");
  const [stage, setStage] = useState("");
  const now = yearOf(years, wantedYear) ?? years.at(-1);
  if (!summary || !now) return null;

  const agents = { region: summary.agentRegion, now: now.agents, large: manufacturersOf(summary) };
  const nameOf = (id: string) => actorName(id, words, data, language);
  const ofRegion = region === null ? "" : `, ${data.regions[region].name[language]}`;
  const isEnterprise = kind === "manufacturer" || kind === "other";
  const enterprise = (id: string, code: number): Listed =>
    code === VACANT
      ? { id, state: stateName(words, "firmLife", "vacant"), colour: null }
      : {
          id,
          state: stateName(words, "adoption", ADOPTION_STAGES[code]),
          colour: stageColour(ADOPTION_STAGES[code]),
        };
  const rows = isEnterprise && region !== null ? enterprisesOf(agents, region, kind === "manufacturer") : [];
  const wanted = rows.filter(({ code }) => stage === "" || ADOPTION_STAGES[code] === stage);
  const working = (of: typeof rows) => of.filter(({ code }) => code !== VACANT).length;
  const listed: Listed[] = isEnterprise
    ? wanted.map(({ place, code }) =>
        enterprise(enterpriseId(data.regions[region!].id, kind === "manufacturer", place), code),
      )
    : kind === "named"
      ? data.caseEnterprises
          .filter((named) => region === null || named.region === data.regions[region].id)
          .flatMap((named) => {
            const id = enterpriseId(named.region, true, named.place);
            const pick = actorPick(id, data.regions, agents);
            return pick && "firm" in pick ? enterprise(id, firmStage(agents, pick.firm)) : [];
          })
          .sort((a, b) => nameOf(a.id).localeCompare(nameOf(b.id), localesOf(language)))
      : actorsOf(summary.roster, now.actors, kind)
          .filter((actor) => region === null || actor.region === null || actor.region === region)
          .map(({ id, state }) => ({ id, state: stateName(words, kind, state), colour: null }));

  const machines = [...new Set(summary.roster.map(({ machine }) => machine))];
  return (
    <section className="actor-chooser" aria-labelledby="actor-chooser-title">
      <Title id="actor-chooser-title">{words.choose}</Title>
      <p className="guidance">
        {words.chooseHint} {kind === "named" && fill(words.namedStages, { year: String(now.year) })}
      </p>
      <div className="actor-filters">
        <SelectField
          name={words.kind}
          options={[
            ["named", words.kinds.named],
            ["manufacturer", words.kinds.manufacturer],
            ["other", words.kinds.other],
            ...machines.map((machine) => [machine, machineName(words, machine)] as const),
          ]}
          value={kind}
          onChoose={setKind}
        />
        <SelectField
          name={words.region}
          options={[["", words.anyRegion], ...ordered.map(({ id, text }) => [id, text] as const)]}
          value={region === null ? "" : data.regions[region].id}
          onChoose={(chosen) => send({ type: "VIEW_CHANGED", change: { region: chosen || null } })}
        />
        {isEnterprise && (
          <SelectField
            name={words.stage}
            options={[
              ["", words.anyStage],
              ...ADOPTION_STAGES.map((one) => [one, stateName(words, "adoption", one)] as const),
            ]}
            value={stage}
            onChoose={setStage}
          />
        )}
      </div>
      {kind === "manufacturer" && region !== null && (
        <p>{t("counted.kOfN", { count: working(rows), k: number(working(wanted)), n: number(working(rows)) })}</p>
      )}
      {listed.length === 0 ? (
        <p>{isEnterprise && region === null ? words.chooseHint : words.noActors}</p>
      ) : (
        <ul className="actor-list" aria-label={words.list}>
          {listed.map(({ id, state, colour }) => (
            <li key={id}>
              <button type="button" onClick={() => send({ type: "VIEW_CHANGED", change: { actor: id } })}>
                {colour && <span className="actor-dot" style={{ background: colour }} />}
                <ActorName name={nameOf(id)} place={ofRegion} />
                <small>{state}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The name, whose end is heard but not seen where every row of the list has the same one. */
function ActorName({ name, place }: { readonly name: string; readonly place: string }) {
  if (place === "" || !name.endsWith(place)) return name;
  return (
    <span>
      {name.slice(0, -place.length)}
      <span className="hidden">{place}</span>
    </span>
  );
}

/** Enterprises of a region in the order of their rows, with the stage that their dot shows. */
function enterprisesOf(agents: MapAgents, region: number, wantsManufacturers: boolean) {
  const found: { readonly place: number; readonly code: number }[] = [];
  for (let row = 0; row < agents.region.length; row++)
    if (agents.region[row] === region && row < agents.large === wantsManufacturers)
      found.push({ place: found.length, code: firmStage(agents, row) });
  return found;
}
