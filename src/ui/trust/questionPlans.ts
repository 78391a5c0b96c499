import type { Names } from "#domain/language.ts";
import type { MechanismId } from "#domain/mechanisms.ts";
import type { Measure, Scenario } from "#domain/scenario.ts";
import type { PlanEntry, PlanKey } from "#session/plans.ts";
import { PLAN_KEYS } from "#session/plans.ts";
import { runKey } from "#session/runKey.ts";

/** A plan that a question needs beside the presets: a preset with changes. */
type QuestionPlan = {
  readonly preset: string;
  readonly name: Names;
  readonly change: (preset: Scenario) => Partial<Scenario>;
};

const every = (change: Partial<Measure>) => (preset: Scenario) => ({
  measures: preset.measures.map((measure) => ({ ...measure, ...change })),
});

/** A preset without one mechanism of the model. */
const without = (mechanism: MechanismId, preset: string, en: string, ru: string, kk: string): QuestionPlan => ({
  preset,
  name: { en, ru, kk },
  change: () => ({ off: [mechanism] }),
});

export const QUESTION_PLANS: Readonly<Record<string, QuestionPlan>> = {
  office: {
    preset: "core-ecosystem",
    name: { en: "Office, 1 bn KZT a year", ru: "Офис, 1 млрд тенге в год", kk: "Кеңсе, жылына 1 млрд теңге" },
    change: ({ measures }) => ({
      measures: measures.filter(({ lever }) => lever === "advice").map((measure) => ({ ...measure, budget: 1 })),
    }),
  },
  subsidy: {
    preset: "subsidy-only",
    name: { en: "Subsidy, 1 bn KZT a year", ru: "Субсидия, 1 млрд тенге в год", kk: "Субсидия, жылына 1 млрд теңге" },
    change: every({ budget: 1 }),
  },
  untargeted: {
    preset: "equalisation",
    name: { en: "The same in all regions", ru: "То же во всех регионах", kk: "Барлық өңірде бірдей" },
    change: every({ regions: "all" }),
  },
  "no-peers": without("peers", "core-ecosystem", "Without pull of peers", "Без влияния примера", "Үлгі ықпалынсыз"),
  "no-partners": without(
    "partners",
    "core-ecosystem",
    "Without pull of digital partners",
    "Без влияния цифровых партнёров",
    "Цифрлық серіктестер ықпалынсыз",
  ),
  "no-platforms": without("platforms", "core-ecosystem", "Without platforms", "Без платформ", "Платформаларсыз"),
  "enough-staff": without(
    "scarcity",
    "brain-drain",
    "Brain drain, staff not scarce",
    "Отток кадров, но их хватает",
    "Кадр кетсе де, жеткілікті",
  ),
  "enough-vendors": without(
    "serviceMarket",
    "brain-drain",
    "Brain drain, vendors not scarce",
    "Отток кадров, подрядчиков хватает",
    "Кадр кетеді, мердігер жеткілікті",
  ),
};

/** The preset, or the changed preset, that a question names. */
export function questionPlan(id: string, presets: readonly Scenario[]): Scenario {
  const changed = QUESTION_PLANS[id];
  const preset = presets.find((candidate) => candidate.id === (changed?.preset ?? id))!;
  return changed ? { ...preset, ...changed.change(preset), id, name: changed.name, card: null } : preset;
}

/** What stands in a place when a question opens its plans. */
type PlaceBeside = { readonly key: PlanKey; readonly has: "it" | "nothing" | "another" };

/**
 * A place for each plan beside the active one: where the same plan already stands, else a free one, else that of another plan,
 * which undo brings back there.
 */
export function placesBeside(
  beside: readonly Scenario[],
  plans: readonly PlanEntry[],
  active: PlanKey,
): readonly PlaceBeside[] {
  const entries = PLAN_KEYS.filter((key) => key !== active).map((key) => ({
    key,
    entry: plans.find((one) => one.key === key),
  }));
  const standing = beside.map(
    (plan) => entries.find(({ entry }) => entry && runKey(entry.plan) === runKey(plan))?.key ?? null,
  );
  const left = entries
    .filter(({ key }) => !standing.includes(key))
    .sort((a, b) => Number(a.entry !== undefined) - Number(b.entry !== undefined));
  return standing.map((key) => {
    if (key !== null) return { key, has: "it" };
    const next = left.shift()!;
    return { key: next.key, has: next.entry ? "another" : "nothing" };
  });
}
