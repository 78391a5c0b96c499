import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { Observation } from "./observe.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { indicatorIndex, regionalColumn } from "#domain/runResult.ts";
import { publishedShare } from "./observe.ts";

/** How a national value comes from the regions: counts and money add up, the rest is a mean with these weights. */
const MEAN_BY: Partial<Record<RegionalIndicatorId, "firms" | "users" | "enterprises" | "plain">> = {
  readiness: "firms",
  technologies_per_user: "users",
  efficiency_fixed: "plain",
  ict_specialists_per1000: "enterprises",
  cloud_use_share: "enterprises",
  big_data_share: "enterprises",
  rack_use: "enterprises",
};

/** One value per indicator; the digital share is that of the summed counts, as statistics would publish it. */
export function nationalValues({ regional, regions }: Observation, enterprises: Float64Array): Float64Array {
  const column = (id: RegionalIndicatorId) => regionalColumn(regional, id);
  const firms = column("firms");
  const weights = { firms, users: column("digital_users"), enterprises, plain: new Float64Array(regions).fill(1) };
  const national = Float64Array.from(REGIONAL_INDICATORS, ({ id }) => {
    const by = MEAN_BY[id];
    return by === undefined ? add(column(id)) : weightedMean(column(id), weights[by]);
  });
  national[indicatorIndex("digital_share")] = publishedShare(add(column("digital_users")), add(firms));
  return national;
}

function add(values: Float64Array): number {
  let total = 0;
  for (let r = 0; r < values.length; r++) total += values[r];
  return total;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let total = 0;
  for (let r = 0; r < values.length; r++) total += values[r] * weights[r];
  const whole = add(weights);
  return whole > 0 ? total / whole : 0;
}
