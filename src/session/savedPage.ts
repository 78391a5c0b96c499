import type { Scenario } from "#domain/scenario.ts";
import type { SessionContext } from "./sessionContext.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";
import * as z from "zod/mini";
import { checkShape } from "#domain/checkShape.ts";
import { checkTogether } from "#domain/checkTogether.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { checkScenario } from "#domain/scenario.ts";
import { FUTURES_STEPS } from "./futures.ts";
import { newEntry, PLAN_KEYS, type PlanEntry, type PlanKey, uniqueId } from "./plans.ts";
import { runKey } from "./runKey.ts";
import { addressOf } from "./view.ts";

/** Version of what links and the browser's storage hold; plans inside have the version of scenario files. */
export const SAVED_PAGE_VERSION = 1;
const MAXIMUM_SEED = 40;

/** What the sender of a link saw of one plan (fingerprint.ts), to be compared with what is simulated again. */
export type RunReceipt = {
  readonly key: PlanKey;
  readonly scenario: string;
  readonly output: string;
  readonly years: string;
  readonly indicators: string;
};

export type PageReceipt = {
  readonly engine: string;
  readonly data: string;
  readonly runs: readonly RunReceipt[];
};

/** The page as plain values: its plans and what they are run with. */
export type SavedPage = {
  readonly version: typeof SAVED_PAGE_VERSION;
  readonly plans: readonly {
    readonly key: PlanKey;
    readonly plan: Scenario;
    /** Null: as it stands. */
    readonly opened: Scenario | null;
  }[];
  readonly active: PlanKey;
  readonly seed: string;
  readonly futures: number;
  /** Query of the address, which holds the view. */
  readonly view: string;
  readonly receipt: PageReceipt | null;
};

/** A saved page that was checked, ready to be shown. */
export type RestoredPage = Pick<SavedPage, "active" | "seed" | "futures" | "view" | "receipt"> & {
  readonly plans: readonly PlanEntry[];
};

/** The page as it is kept in the browser, in files and in links. */
export function savePage(session: SessionContext, receipt: PageReceipt | null = null): SavedPage {
  const { plans, active, seed, futuresWanted, view } = session;
  return asSaved({ plans, active, seed, futures: futuresWanted, view: addressOf(view, null), receipt });
}

export function asSaved({ plans, ...page }: RestoredPage): SavedPage {
  return {
    version: SAVED_PAGE_VERSION,
    plans: plans.map(({ key, plan, opened }) => ({
      key,
      plan: withoutCard(plan),
      opened: plan === opened ? null : withoutCard(opened),
    })),
    ...page,
  };
}

/** Equal as long as there is nothing new to save; a look at another year or plan is nothing new. */
export function workOf({ plans, seed, futures }: SavedPage): string {
  return JSON.stringify([plans, seed, futures]);
}

/**
 * The one door for saved pages: a parsed value to plans that can be shown.
 * @throws InputRefused with every problem of every plan.
 */
export function checkSavedPage(value: unknown, place: string, { data, presets }: LoadedStudy): RestoredPage {
  const page = checkShape(savedPageShape, value, place);
  const keys = page.plans.map(({ key }) => key);
  const twice = keys.filter((key, index) => keys.indexOf(key) < index);
  if (twice.length > 0 || !keys.includes(page.active)) {
    const expected = "each letter once, the active one among them";
    throw new InputRefused([{ place: `${place} plans`, expected, found: `${keys.join(", ")}; active ${page.active}` }]);
  }
  const read = (scenario: unknown, name: string) => readPlan(scenario, `${place} ${name}`, { data, presets });
  const entries = checkTogether(
    page.plans.map(({ key, plan, opened }) => () => {
      const { now, before } = checkTogether({
        now: () => read(plan, `plan ${key}`),
        before: () => (opened === null ? null : read(opened, `opened plan ${key}`)),
      });
      return { ...newEntry(key, now), opened: before ?? now };
    }),
  );
  const { active, seed, futures, view, receipt } = page;
  return {
    plans: withUniqueIds(entries.sort((a, b) => (a.key < b.key ? -1 : 1))),
    active,
    seed,
    futures,
    view,
    receipt,
  };
}

const hex = z.string("a digest").check(z.regex(/^[0-9a-f]{64}$/, "a digest of 64 hexadecimal digits"));
const mark = z.string("a fingerprint").check(z.regex(/^[0-9a-f]{0,600}$/, "hexadecimal digits"));
const key = z.enum(PLAN_KEYS, "A, B, C or D");
const savedPageShape = /* @__PURE__ */ z.strictObject(
  {
    version: z.literal(SAVED_PAGE_VERSION, `${SAVED_PAGE_VERSION}, the version of this page`),
    plans: z
      .array(
        z.strictObject({ key, plan: z.optional(z.unknown()), opened: z._default(z.unknown(), null) }, "an object"),
        "a list of plans",
      )
      .check(z.minLength(1, "at least one plan"), z.maxLength(PLAN_KEYS.length, `at most ${PLAN_KEYS.length} plans`)),
    active: key,
    seed: z
      .string("a text")
      .check(z.minLength(1, "a text"), z.maxLength(MAXIMUM_SEED, `at most ${MAXIMUM_SEED} characters`)),
    futures: z.literal([...FUTURES_STEPS], `one of ${FUTURES_STEPS.join(", ")}`),
    view: z._default(z.string("a text").check(z.maxLength(500, "at most 500 characters")), ""),
    receipt: z._default(
      z.nullable(
        z.strictObject(
          {
            engine: z.string("a text").check(z.maxLength(40, "at most 40 characters")),
            data: hex,
            runs: z
              .array(
                z.strictObject({ key, scenario: hex, output: hex, years: mark, indicators: mark }, "an object"),
                "a list",
              )
              .check(z.maxLength(PLAN_KEYS.length, `at most ${PLAN_KEYS.length} runs`)),
          },
          "an object",
        ),
      ),
      null,
    ),
  },
  "a saved page",
);

/** A saved plan, checked; the preset itself where nobody has changed it. */
export function readPlan(scenario: unknown, place: string, { data, presets }: Pick<LoadedStudy, "data" | "presets">) {
  const regionIds = data.regions.map(({ id }) => id);
  return asPreset(checkScenario(scenario, place, regionIds), presets);
}

/** Cards belong to presets, which every page has; they would be most of a link. */
export function withoutCard(plan: Scenario): Scenario {
  return plan.card === null ? plan : { ...plan, card: null };
}

/** The preset itself, with its card, where the plan is one that nobody has changed. */
function asPreset(plan: Scenario, presets: readonly Scenario[]): Scenario {
  const preset = presets.find(({ id }) => id === plan.id);
  const isSame =
    preset !== undefined &&
    plan.notes === preset.notes &&
    runKey(plan) === runKey(preset) &&
    (["en", "ru", "kk"] as const).every((language) => plan.name[language] === preset.name[language]);
  return isSame ? preset : plan;
}

function withUniqueIds(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  const done: PlanEntry[] = [];
  for (const entry of entries) {
    const id = uniqueId(
      entry.plan.id,
      done.map(({ plan }) => plan),
    );
    done.push(id === entry.plan.id ? entry : { ...entry, plan: { ...entry.plan, id } });
  }
  return done;
}
