import type { InputProblem } from "#domain/inputProblem.ts";
import type { LeverId } from "#domain/levers.ts";
import type { MechanismId } from "#domain/mechanisms.ts";
import type { Measure, Scenario, Shock } from "#domain/scenario.ts";
import type { ShockId } from "#domain/shocks.ts";
import type { PlanKey } from "./plans.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { leverById } from "#domain/levers.ts";
import { NO_PLAN } from "#domain/noPlan.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { shockById } from "#domain/shocks.ts";
import { checkScenario, FIRST_PLAN_YEAR, LAST_YEAR } from "#domain/scenario.ts";

/** A change of a plan that was accepted, or why it was not: the same texts as the command line prints. */
export type Edited =
  | { readonly status: "accepted"; readonly plan: Scenario }
  | { readonly status: "refused"; readonly problems: readonly InputProblem[] };

/** Fields of a form; an empty one is null, which checkScenario refuses where a number is needed. */
export type MeasureChange = { readonly [Field in keyof Measure]?: Measure[Field] | null };

export function changeMeasure(
  plan: Scenario,
  index: number,
  change: MeasureChange,
  regionIds: readonly string[],
): Edited {
  const measures = plan.measures.map((measure, place) => (place === index ? { ...measure, ...change } : measure));
  return editPlan(plan, { measures }, regionIds);
}

export function addMeasure(plan: Scenario, lever: LeverId, regionIds: readonly string[]): Edited {
  const measure: Measure = {
    lever,
    regions: "all",
    from: FIRST_PLAN_YEAR + 1,
    to: LAST_YEAR,
    size: leverById(lever).usual,
    ramp: 0,
    budget: null,
    payer: "state",
  };
  return editPlan(plan, { measures: [...plan.measures, measure] }, regionIds);
}

export function removeMeasure(plan: Scenario, index: number, regionIds: readonly string[]): Edited {
  return editPlan(plan, { measures: plan.measures.filter((_, place) => place !== index) }, regionIds);
}

/** No measures any more; what is assumed stays. */
export function removeAllMeasures(plan: Scenario, regionIds: readonly string[]): Edited {
  return plan.measures.length === 0 ? { status: "accepted", plan } : editPlan(plan, { measures: [] }, regionIds);
}

/** What is assumed: departures from the default parameters, switched-off mechanisms, shocks. */
export type AssumptionsChange = {
  readonly parameters?: Readonly<Record<string, number | null>>;
  readonly off?: readonly MechanismId[];
  readonly shocks?: readonly unknown[];
};

export function changeAssumptions(plan: Scenario, change: AssumptionsChange, regionIds: readonly string[]): Edited {
  return editPlan(plan, change, regionIds);
}

/** A parameter set to a value; its default takes it off the list of departures. */
export function changeParameter(
  plan: Scenario,
  id: string,
  value: number | null,
  regionIds: readonly string[],
): Edited {
  const { [id]: _, ...others } = plan.parameters;
  const isDefault = value === PARAMETERS.find((parameter) => parameter.id === id)?.default;
  return editPlan(plan, { parameters: isDefault ? others : { ...others, [id]: value } }, regionIds);
}

export function addShock(plan: Scenario, shock: ShockId, regionIds: readonly string[]): Edited {
  const added: Shock = {
    shock,
    regions: "all",
    from: FIRST_PLAN_YEAR + 2,
    to: FIRST_PLAN_YEAR + 3,
    size: shockById(shock).usual,
    ramp: 0,
  };
  return editPlan(plan, { shocks: [...plan.shocks, added] }, regionIds);
}

export function changeShock(
  plan: Scenario,
  index: number,
  change: { readonly [Field in keyof Shock]?: Shock[Field] | null },
  regionIds: readonly string[],
): Edited {
  const shocks = plan.shocks.map((shock, place) => (place === index ? { ...shock, ...change } : shock));
  return editPlan(plan, { shocks }, regionIds);
}

/** The name in all languages, since its author gives only one, and the id of the file that goes by it. */
export function renamePlan(plan: Scenario, name: string, regionIds: readonly string[]): Edited {
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const legal = /^[a-z0-9]/.test(id.replace(/^-/, "")) ? id.replace(/^-/, "").slice(0, 60).replace(/-$/, "") : plan.id;
  return checked({ ...plan, id: legal, name: { en: name, ru: name, kk: name }, card: null }, regionIds);
}

export function changeNotes(plan: Scenario, notes: string, regionIds: readonly string[]): Edited {
  return checked({ ...plan, notes }, regionIds);
}

/** A plan without measures under the default assumptions, to be filled. */
export function blankPlan(key: PlanKey): Scenario {
  const name = { en: `Plan ${key}`, ru: `План ${key}`, kk: `${key} жоспары` };
  return { ...NO_PLAN, id: `plan-${key.toLowerCase()}`, name };
}

/** A preset has a card with claims. Changed, it is a plan of its own: its name says so, and the claims are not carried over. */
function editPlan(plan: Scenario, change: object, regionIds: readonly string[]): Edited {
  if (plan.card === null && plan.id !== NO_PLAN.id) return checked({ ...plan, ...change }, regionIds);
  const id = `${plan.id.slice(0, 56)}-changed`;
  const name = {
    en: `${plan.name.en}, changed`,
    ru: `${plan.name.ru} (изменённый план)`,
    kk: `${plan.name.kk} (өзгертілген жоспар)`,
  };
  return checked({ ...plan, ...change, id, name, card: null }, regionIds);
}

function checked(plan: unknown, regionIds: readonly string[]): Edited {
  try {
    return { status: "accepted", plan: checkScenario(plan, "plan", regionIds) };
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    return { status: "refused", problems: error.problems };
  }
}
