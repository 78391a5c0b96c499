import type { InputProblem } from "#domain/inputProblem.ts";
import type { LeverId } from "#domain/levers.ts";
import type { Measure, Scenario } from "#domain/scenario.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { leverById } from "#domain/levers.ts";
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
  return editPlan(plan, measures, regionIds);
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
  return editPlan(plan, [...plan.measures, measure], regionIds);
}

export function removeMeasure(plan: Scenario, index: number, regionIds: readonly string[]): Edited {
  return editPlan(
    plan,
    plan.measures.filter((_, place) => place !== index),
    regionIds,
  );
}

/** A changed preset is a plan of its own: its name says so, and the claims on the preset's card are not carried over. */
function editPlan(plan: Scenario, measures: readonly unknown[], regionIds: readonly string[]): Edited {
  const id = plan.id.endsWith("-changed") ? plan.id : `${plan.id.slice(0, 56)}-changed`;
  const name =
    id === plan.id
      ? plan.name
      : {
          en: `${plan.name.en}, changed`,
          ru: `${plan.name.ru} (изменённый план)`,
          kk: `${plan.name.kk} (өзгертілген жоспар)`,
        };
  try {
    return {
      status: "accepted",
      plan: checkScenario({ ...plan, id, name, card: null, measures }, "plan", regionIds),
    };
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    return { status: "refused", problems: error.problems };
  }
}
