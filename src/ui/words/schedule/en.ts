import type { Texts } from "#ui/words/texts.ts";

/** Words of the schedule; they are loaded when it is opened. */
export const scheduleWords = {
  title: "Plan {{key}}: measures of {{from}} to {{to}} spend {{spent}}, at most {{most}} a year",
  titleFree: "Plan {{key}}: measures of {{from}} to {{to}}, none of them spends money",
  hint: "Measures by year; money in prices of 2023, from the run on the map. Drag a bar to move it, an end to lengthen or shorten it.",
  keys: "With the keyboard: arrows move a bar, Shift+arrow its last year, Ctrl+arrow its first year, up and down its size.",
  measure: "Measure",
  spent: "Spent, bn KZT",
  bar: "{{measure}}: {{from}} to {{to}}, {{size}}",
  barRamp: "{{measure}}: {{from}} to {{to}}, full size {{size}} from {{full}}",
  none: "No measures yet. Add one in the plan on the left.",
  legend: "Height: size reached in the year, out of the whole range.",
  legendConflict: "Striped: two measures of one kind",
  legendCap: "Line on top: held back by its cap",
  moneyTitle: "Money by year, billion KZT in prices of 2023",
  moneySubtitle: "From the run on the map, chance number {{seed}}. Caps of measures that run in the year.",
  spentRow: "Spent",
  allowedRow: "Caps allow",
  leftRow: "Left",
  noCap: "no cap",
  total: "Total",
  totalNote: "The total adds the yearly caps up: what a year leaves is not carried over.",
  conflicts: "Of the same kind at the same time",
  conflictRule: "The rule: departures from the neutral value add up, within the range.",
  conflict: "{{lever}}: measures {{first}} and {{second}} ({{years}}; {{regions}}).",
  everyRegion: "all regions",
  wholeCountry: "whole country",
  cut: "The sum leaves the range and is cut at its end.",
  byRule: "regions decided by a rule during the run",
  idle: "Measures that change nothing",
  idleInRun: "Changed nothing in the run on the map: without it every number is the same.",
  idleOne: "Measure {{number}}, {{measure}}.",
};

export type ScheduleWords = Texts<typeof scheduleWords>;
