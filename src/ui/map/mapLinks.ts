import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { ActorMark, ActorPick } from "#scene/mapProps.ts";
import type { LinkChoice } from "#session/view.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import {
  AGENT_BYTE,
  actorsOf,
  BUYERS_PER_FIRM,
  BYTES_PER_AGENT,
  manufacturersOf,
  NO_CORE,
  NOT_IN_POPULATION,
} from "#domain/runResult.ts";
import { LINK_KINDS, type MapLinks } from "#scene/mapLinks.ts";

const [SUPPLY, PLATFORM, SERVICE, COMPLEMENT] = LINK_KINDS.map((_, kind) => kind);
const PILOTING = ADOPTION_STAGES.indexOf("piloting");

/** By state of SM-6 (analogue, e-procurement, integrated, lost): a link on paper is faint, a lost one is gone. */
const SUPPLY_STRENGTH = [40, 170, 255, 0];
/** By state of SM-2 (outside, invited, connected, transacting, co-creating, left). */
const MEMBER_STRENGTH = [0, 80, 170, 220, 255, 0];
/** By state of SM-5; in the others a complementor offers nothing. */
const COMPLEMENTOR_STRENGTH: Readonly<Record<string, number>> = {
  onboarding: 80,
  niche: 140,
  active: 200,
  growing: 255,
};

type LinkQuestion = {
  readonly choice: LinkChoice;
  readonly summary: Pick<RunSummary, "agentRegion" | "buyers" | "roster">;
  readonly now: Pick<YearSnapshot, "agents" | "actors">;
  readonly before: Pick<YearSnapshot, "agents" | "actors">;
  readonly marks: readonly ActorMark[];
  readonly region: number | null;
  readonly actor: ActorPick | null;
};

/**
 * Links to draw in a year. Of what is selected (an actor, else a region) all kinds stand out; of the whole country the
 * chosen kind is drawn faintly: supply links over which orders run electronically, or members and complementors of platforms.
 * A vacant place has no links.
 */
export function mapLinks({ choice, summary, now, before, marks, region, actor }: LinkQuestion): MapLinks | null {
  if (choice === "none") return null;
  const { agentRegion, buyers } = summary;
  const large = manufacturersOf(summary);
  const links: number[][] = [];
  const byte = (snapshot: Pick<YearSnapshot, "agents">, row: number, at: number) =>
    snapshot.agents[row * BYTES_PER_AGENT + at];
  const isHeld = (year: Pick<YearSnapshot, "agents">, row: number) =>
    byte(year, row, AGENT_BYTE.stage) !== NOT_IN_POPULATION;
  const markIndex = new Map(marks.map(({ id }, index) => [id, index]));
  const cores = summary.roster.find(({ machine }) => machine === "coreEnterprise")?.ids ?? [];
  const chosenMark = actor !== null && "mark" in actor ? actor.mark : null;
  const chosenCore = chosenMark?.replace(/^platform\//, "core/") ?? null;
  const add = (kind: number, from: number, to: number, past: number, present: number, chosen: boolean) => {
    if (past > 0 || present > 0) links.push([from, to, kind, past, present, chosen ? 1 : 0]);
  };

  for (let row = 0; row < large; row++) {
    const isOfRegion = actor === null && region !== null && agentRegion[row] === region;
    const isOfFirm = actor !== null && "firm" in actor && actor.firm === row;
    const supply = [before, now].map((year) =>
      isHeld(year, row) ? (SUPPLY_STRENGTH[byte(year, row, AGENT_BYTE.supplier)] ?? 0) : 0,
    );
    for (let k = 0; k < BUYERS_PER_FIRM; k++) {
      const buyer = buyers[row * BUYERS_PER_FIRM + k];
      const toRegion = actor === null && region !== null && agentRegion[buyer] === region;
      const toFirm = actor !== null && "firm" in actor && actor.firm === buyer;
      const chosen = isOfRegion || toRegion || isOfFirm || toFirm;
      if (!chosen && choice !== "supply") continue;
      // A region's links on paper would be a tangle; those of one firm are few.
      const least = isOfFirm || toFirm ? 0 : SUPPLY_STRENGTH[0];
      const [past, present] = [before, now].map((year, t) =>
        supply[t] > least && (buyer >= large || isHeld(year, buyer)) ? supply[t] : 0,
      );
      add(SUPPLY, row, buyer, past, present, chosen);
    }
    const strengthIn = (year: Pick<YearSnapshot, "agents">) =>
      byte(year, row, AGENT_BYTE.core) === NO_CORE ? 0 : (MEMBER_STRENGTH[byte(year, row, AGENT_BYTE.membership)] ?? 0);
    const core = cores[byte(now, row, AGENT_BYTE.core)];
    const mark = markIndex.get(core ?? "");
    const isOfCore = chosenCore !== null && chosenCore === core;
    const member = isOfRegion || isOfFirm || isOfCore;
    if (mark !== undefined && (member || choice === "platform"))
      add(PLATFORM, row, -1 - mark, strengthIn(before), strengthIn(now), member);
    const service = marks.findIndex(({ kind, region: at }) => kind === "ictService" && at === agentRegion[row]);
    const isOfService = actor !== null && "mark" in actor && service >= 0 && actor.mark === marks[service].id;
    if (service >= 0 && (isOfRegion || isOfFirm || isOfService)) {
      const pilots = (year: Pick<YearSnapshot, "agents">) => {
        const stage = byte(year, row, AGENT_BYTE.stage);
        return stage !== NOT_IN_POPULATION && stage === PILOTING ? 255 : 0;
      };
      add(SERVICE, row, -1 - service, pilots(before), pilots(now), true);
    }
  }

  // Those of the selection only where their shape is on the map.
  const [past, present] = [before, now].map(({ actors }) => actorsOf(summary.roster, actors, "complementor"));
  present.forEach(({ id, region: at }, k) => {
    const from = markIndex.get(id);
    if (from === undefined) return;
    const isOfRegion = actor === null && region !== null && at === region;
    cores.forEach((core, c) => {
      const to = markIndex.get(core.replace("core/", "platform/")) ?? markIndex.get(core);
      const isChosen = isOfRegion || chosenMark === id || chosenCore === core;
      if (to === undefined || !(isChosen || choice === "platform")) return;
      const [then, today] = [past[k], present[k]].map(({ state, numbers }) =>
        (numbers.offersOn & (1 << c)) === 0 ? 0 : (COMPLEMENTOR_STRENGTH[state] ?? 0),
      );
      add(COMPLEMENT, -1 - from, -1 - to, then, today, isChosen);
    });
  });
  const column = (k: number) => links.map((link) => link[k]);
  return {
    count: links.length,
    from: Int32Array.from(column(0)),
    to: Int32Array.from(column(1)),
    kind: Uint8Array.from(column(2)),
    before: Uint8Array.from(column(3)),
    now: Uint8Array.from(column(4)),
    chosen: Uint8Array.from(column(5)),
  };
}
