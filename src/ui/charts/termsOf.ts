import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { GlossaryId } from "#ui/trust/glossary.ts";

/** What the glossary says of how an indicator is computed. */
const TERMS: Readonly<Record<RegionalIndicatorId, readonly GlossaryId[]>> = {
  firms: ["firmLife"],
  digital_users: ["adoption", "eq3", "eq4"],
  digital_share: ["kOfN", "adoption", "eq3", "eq4"],
  readiness: ["eq2", "readinessBand"],
  manuf_output: ["eq7"],
  digital_output: ["eq8", "eq7"],
  output_of_adopters: ["eq7", "adoption"],
  efficiency_fixed: ["fixedFrontier", "technicalEfficiency", "eq8"],
  ict_investments: ["publishedIndicator", "eq1"],
  innovation_expenditure: ["publishedIndicator"],
  ict_specialists_per1000: ["publishedIndicator", "eq5"],
  fixed_capital_industry: ["publishedIndicator"],
  cloud_use_share: ["publishedIndicator", "adoption", "eq3"],
  big_data_share: ["adoption", "eq3"],
  ict_staff: ["eq5"],
  racks: ["dataCentre"],
  platform_members: ["platformMember", "eq9"],
  firm_entries: ["firmLife"],
  firm_exits: ["firmLife"],
  ict_vacancies: ["eq5"],
  ict_moves: ["eq5"],
  rack_use: ["dataCentre"],
  free_cash: ["cash"],
  support_money: ["plan"],
  technologies_per_user: ["technology"],
  digital_factories: ["factoryLadder"],
  smart_factories: ["factoryLadder"],
  virtual_factories: ["factoryLadder"],
  cyber_breaches: ["eq10", "security"],
  cyber_losses: ["eq10", "security"],
};

/** Terms of an indicator whose interval is taken over futures, as is that of its difference if there is one. */
export function termsOf(indicator: RegionalIndicatorId, ofDifference = false): readonly GlossaryId[] {
  return [...TERMS[indicator], ...(ofDifference ? ["twinRun" as const] : []), "future", "interval80"];
}
