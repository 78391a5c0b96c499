import type { Texts } from "#ui/words/texts.ts";

/** Words of the printed report; they are loaded when it is opened. */
export const reportWords = {
  title: "Comparison of plans for the industrial digital ecosystem of Kazakhstan",
  titleOne: "A plan for the industrial digital ecosystem of Kazakhstan",
  print: "Print or keep as PDF",
  close: "Close",
  made: "{{date}}. Ecosystem Twin, model {{version}}, chance number {{seed}}, {{futures}} futures, the same for every plan and for no plan.",
  madeOne: "{{date}}. Ecosystem Twin, model {{version}}, chance number {{seed}}, one future: no intervals yet.",
  numbersOf: "Numbers are for {{year}} where no other year is named.",
  summary: "Summary",
  summaryPlan:
    "In this model, with the plan {{plan}}, {{k}} of {{n}} large and medium manufacturers use digital technology in {{year}} (median): {{difference}} against no plan (80\u00A0%: {{low}} to {{high}}), more in {{wins}}.",
  summaryPlanOne:
    "In this model, in one future, with the plan {{plan}}, {{k}} of {{n}} large and medium manufacturers use digital technology in {{year}}: {{difference}} against no plan.",
  summaryMoney:
    "It spends {{spent}} billion KZT in prices of 2023 by then (median); firms beyond no plan per billion KZT: {{perBillion}} (80\u00A0%: {{low}} to {{high}}).",
  summaryMoneyOne:
    "It spends {{spent}} billion KZT in prices of 2023 by then; firms beyond no plan per billion KZT: {{perBillion}}.",
  summaryNoMoney: "It spends nothing.",
  summaryMoneyInSome: "It spends nothing in {{idle}} of {{futures}} futures, so that no firms per billion are given.",
  summarySame: "{{plan}} and {{against}} have equally many users in all {{futures}} futures.",
  summaryTie:
    "{{plan}} and {{against}} cannot be told apart: the 80\u00A0% interval of their difference is {{low}} to {{high}} firms.",
  summaryBeats:
    "{{plan}} has more users than {{against}} in {{wins}}, by {{difference}} (80\u00A0%: {{low}} to {{high}}).",
  plans: "Plans",
  noMeasures: "No measures.",
  columns: {
    measure: "Measure",
    regions: "Regions",
    years: "Years",
    size: "Size",
    ramp: "Years to full size",
    budget: "Cap a year, bn KZT",
    payer: "Payer",
  },
  atOnce: "at once",
  shocks: "Shocks",
  shock: "{{shock}}: {{size}}, {{regions}}, {{years}}",
  assumptions: "Parameters changed",
  parameter: "{{symbol}}, {{meaning}}: {{value}} (default {{usual}})",
  switchedOff: "Parts of the model switched off",
  differences: "Differences",
  map: "Map of the differences",
  mapHint: "Digital users in {{year}}, difference from no plan, firms.",
  regions: "Regions in {{year}}",
  regionsHint: "Regions are in a fixed order, not ranked.",
  years: "{{place}}, year by year",
  yearsHint: "2023 is observed. Shown is what is chosen on the page: a region or the whole country.",
  usersHint: "Median of digital users of all firms, with the difference from no plan and its 80\u00A0% interval.",
  usersHintOne: "Digital users of all firms in this one future, with the difference from no plan.",
  money: "Money",
  method: "Method",
  methodText: {
    agents:
      "The model follows 984 large and medium manufacturers one by one and 12,878 other industrial enterprises as 1,288 agents in 20 regions, one year a step. 2023 is observed, later years are simulated. Each actor is a state machine: a firm becomes aware of digital technology, evaluates, pilots, integrates, scales, or gives up, with chances that depend on its readiness, its partners and region, ICT staff and services, and on the measures of a plan.",
    fit: "The level of adoption and its pull by others are fitted to published shares of 2020 to 2023. Ranges from literature and assumptions are marked as such in the workbook beside this report.",
    futures:
      "Every plan is simulated over the same futures: the same firms draw the same chance, so a difference comes from the plan. Differences are taken future by future; shown are the median and the interval that holds 80\u00A0% of the futures. “No plan” has the plan's own assumptions and none of its measures.",
    three:
      "Digital output is output times the share of digital users and rises with adoption by construction. The caused gain is the output of the plan less the output of the same future without its measures; only it is an effect.",
  },
  /** In place of what the method says of many futures. */
  methodOne:
    "Every plan is simulated in the same future as no plan: the same firms draw the same chance, so a difference comes from the plan. “No plan” has the plan's own assumptions and none of its measures.",
  caveats: "What to bear in mind",
  caveatsText: {
    notFor: "Not for exact forecasts of a region, for choosing single firms for grants, or for fiscal multipliers.",
    after2027:
      "The data end in 2024. After 2027 assumptions dominate: how many firms can be ready in the long run is not in the data.",
    intervals:
      "Intervals hold the chance of the model and the parameters that the data to 2023 allow, not what the model leaves out; the true uncertainty is larger.",
    counts:
      "Regional shares are small counts: in a small region one firm is up to 7 percentage points. Do not rank regions whose intervals overlap or are not given.",
    reconstructed: "The numbers of firms by region are reconstructed from published percentages.",
  },
  /** In place of what is said of intervals. */
  caveatOne:
    "One future is one draw of chance. In another future numbers and differences are others; how far they vary shows only an interval over many futures.",
  sources: "Sources and credit",
  digests: "Digests",
  dataDigest: "data {{digest}}",
  planDigest: "plan {{plan}} {{digest}}",
  command: "The same numbers without the page",
  commandFiles: "{{files}}: the files that “Save plan” writes.",
};

export type ReportWords = Texts<typeof reportWords>;
