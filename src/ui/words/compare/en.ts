import type { Texts } from "#ui/words/texts.ts";

/** Words of the comparison of plans and of why they differ; they are loaded when it is opened. */
export const compareWords = {
  plan: "Plan",
  against: "Compared with",
  noPlan: "No plan",
  /** A plan inside a sentence, or no plan, in the forms that a comparison asks for. */
  inText: {
    quoted: { plan: "“{{name}}”", none: "no plan" },
    subject: { plan: "“{{name}}”", none: "no plan" },
    under: { plan: "under “{{name}}”", none: "with no plan" },
    than: { plan: "than “{{name}}”", none: "than no plan" },
    from: { plan: "from “{{name}}”", none: "from no plan" },
  },
  indicator: "Indicator",
  region: "Region",
  country: "Kazakhstan",
  year: "Year",
  interval: "{{low}} to {{high}}",
  none: "none",
  noMeasures: "This plan has no measures: there is nothing to compare with no plan.",
  addPlan: "Add a second plan to compare it on the same futures.",
  futures: {
    one: "One future so far. Intervals come with more.",
    coming: "{{done}} of {{wanted}} futures",
    done: "{{done}} futures, the same for every plan",
    stop: "Stop",
    more: "Simulate the futures",
  },
  finding: {
    beats: "{{indicator}}, {{place}}, {{year}}: {{plan}} is higher {{thanAgainst}} in {{wins}}",
    loses: "{{indicator}}, {{place}}, {{year}}: {{plan}} is lower {{thanAgainst}} in {{wins}}",
    apart: "The median difference is {{difference}} (80\u00A0%: {{low}} to {{high}}).",
    tie: "{{indicator}}, {{place}}, {{year}}: {{plan}} and {{against}} cannot be told apart",
    tieWhy: "The 80\u00A0% interval of the difference, {{low}} to {{high}}, contains zero.",
    same: "{{indicator}}, {{place}}, {{year}}: {{plan}} and {{against}} are equal in all {{futures}} futures",
    oneFuture:
      "{{indicator}}, {{place}}, {{year}}, in one future: the difference of {{plan}} {{fromAgainst}} is {{difference}}",
  },
  table: {
    title: "More firms per bn KZT spent by {{year}}, {{place}}: {{values}}",
    titleUnspent: "Digital users in {{year}}, {{place}}: {{values}}",
    subtitle:
      "Medians with 80\u00A0% intervals, of k and n too: in some futures firms close, so n is not the same. Differences are taken future by future, then summarised. The run on the map keeps every parameter at its default and may lie outside an interval.",
    users: "Digital users",
    difference: "Against {{against}}",
    spent: "Spent by {{year}}, bn KZT",
    perBillion: "More firms per bn KZT",
    perBillionNote:
      "Additional firms compared with no plan in {{year}} per billion KZT (prices of 2023) spent by then. No ratio is given for a plan that spends nothing in some futures.",
    noMoney: "spends nothing",
    noMoneyInSome: "spends nothing in {{idle}} of {{futures}} futures",
    kOfN: "{{k}} of {{n}}",
    notApart: "not told apart",
  },
  target: {
    title: "Futures that reach {{target}} by {{year}}, {{place}}: {{values}}",
    subtitle:
      "Share of digital users among large and medium manufacturers, % (T14). A future counts from its first year at the target, even if it falls back later. The target is set by the reader, not taken from a source.",
    withPlan: "With the plan, by {{year}}",
    withoutPlan: "With no plan, by {{year}}",
    half: "Half of the futures by",
    notYet: "not by {{year}}",
  },
  three: {
    title: {
      apart:
        "Output in {{year}}: {{plan}} changes it by {{gain}} (80\u00A0%: {{low}} to {{high}}), digital output by {{digital}}",
      open: "Output in {{year}}: {{plan}} and no plan cannot be told apart, {{gain}} (80\u00A0%: {{low}} to {{high}}); the difference in digital output is {{digital}}",
      oneFuture: "Output in {{year}}, in one future: {{plan}} changes it by {{gain}}, digital output by {{digital}}",
    },
    subtitle:
      "Three numbers that must not be mixed up. {{place}}, {{year}}, billion KZT in prices of 2023, difference from no plan.",
    digitalOutput: "Digital output",
    digitalOutputMeaning:
      "Output × share of digital users. Rises with every new user by construction; no effect on output.",
    ofAdopters: "Output of digital users",
    ofAdoptersMeaning: "What the firms that use digital technology produce, most of which they would produce anyway.",
    causedGain: "Caused gain",
    causedGainMeaning: "Output of the plan minus output of the same future without its measures: what the plan adds.",
  },
  spread: {
    title: {
      higher:
        "Spread between regions, {{year}}: {{plan}} is wider {{thanAgainst}}, {{difference}} (80\u00A0%: {{low}} to {{high}})",
      lower:
        "Spread between regions, {{year}}: {{plan}} is narrower {{thanAgainst}}, {{difference}} (80\u00A0%: {{low}} to {{high}})",
      tie: "Spread between regions, {{year}}: {{plan}} and {{against}} cannot be told apart, {{difference}} (80\u00A0%: {{low}} to {{high}})",
      same: "Spread between regions, {{year}}: {{plan}} and {{against}} are equal in all futures",
      oneFuture:
        "Spread between regions, {{year}}, in one future: the difference of {{plan}} {{fromAgainst}} is {{difference}}",
    },
    subtitle:
      "Standard deviation (in the title) and gap of the shares of digital users in the regions, percentage points; every region counts alike (Share and spread weighs them by firms).",
    deviation: "Standard deviation",
    gap: "Highest fifth minus lowest",
    change: "Against {{against}}",
  },
  contests: {
    title: "Highest most often: {{plan}}, higher {{thanAgainst}} in {{wins}}",
    titleNone: "In none of {{futures}} futures is one plan higher than all others",
    subtitle:
      "{{indicator}}, {{place}}, {{year}}. In how many of {{futures}} futures the row is higher than the column; in the rest it is lower or equal.",
    cellLabel: "{{plan}} is higher {{thanAgainst}} in {{wins}}, equal in {{equal}}",
  },
  course: {
    title: {
      since: "{{plan}}: from {{year}} on the 80\u00A0% interval does not contain zero",
      never: "{{plan}}: at the end, in {{last}}, the 80\u00A0% interval contains zero",
      oneFuture: "{{plan}}: one future, year by year",
    },
    subtitle: "{{indicator}}, {{unit}}, {{place}}: difference {{fromAgainst}}.",
    futures: "Median and 80\u00A0% of the futures.",
    low: "{{plan}}, 10 %",
    high: "{{plan}}, 90 %",
  },
  regions: {
    title: {
      none: "In no region can {{plan}} and {{against}} be told apart: all {{open}} intervals contain zero",
      some: "Higher in {{gain}} regions, lower in {{lose}}, not told apart in {{open}}",
      oneFuture: "Differences by region in one future",
    },
    subtitle: "{{indicator}}, {{unit}}, {{year}}: {{plan}} minus {{against}}, sorted.",
    futures: "Median and 80\u00A0% of the futures. Hollow: the interval contains zero.",
    map: "Colour: median difference.",
    mapOne: "Colour: difference in this one future.",
    brackets: "In brackets and paler: the interval contains zero.",
    mapTitle: "Largest difference of {{plan}} {{fromAgainst}} in {{year}}: {{difference}} in {{regions}}",
    mapTitleNone: "The map shows no difference of {{plan}} {{fromAgainst}} in {{year}}",
    mapSome: "{{some}} out of {{all}}",
    mapSubtitle: "{{plan}} minus {{against}}: {{indicator}}, {{unit}}; colours are on one scale for all plans.",
  },
  indicators: {
    title:
      "In {{year}} {{plan}} differs {{fromAgainst}} in {{apart}} of {{all}} indicators; in the others the 80\u00A0% interval contains zero",
    titleOne: "In {{year}}, in one future, {{plan}} differs {{fromAgainst}} in {{apart}} of {{all}} indicators",
    medians:
      "Each value is a median of its own over the futures. The number of firms differs from future to future, so the median share is not the median of users divided by the median of firms.",
    difference: "Difference",
    higher: "Higher, of {{futures}} futures",
  },
  money: {
    title: "By {{year}} {{plan}} spends {{spent}} on average; the largest item is “{{line}}”, {{share}}",
    titleOne: "By {{year}} {{plan}} spends {{spent}}; the largest item is “{{line}}”, {{share}}",
    subtitle:
      "Billion KZT in prices of 2023, means over the futures: the means of the lines add up to that of the total, medians would not. Below the total: its median and 80\u00A0% interval.",
    median: "median {{median}}",
    subtitleOne: "Billion KZT in prices of 2023, in one future",
    line: "Item",
    total: "Total",
    spent: "All spent",
    unspent: "Unspent",
  },
  why: {
    attribution: {
      title: "What each measure adds",
      whole:
        "{{indicator}}, {{year}}: the difference of {{plan}} from no plan is {{total}}. How much of it does each measure add?",
      about:
        "Shapley values: every subset of the measures is run on the same futures, and each measure gets what it adds on average over all orders in which the measures may join. The parts add up to the effect of the plan.",
      aboutSampled:
        "Shapley values, sampled: {{orders}} orders of the {{measures}} measures, each with its reverse. The parts add up to the effect of the plan; ± is the sampling error.",
      run: "Split the effect by measure",
      runs: "{{runs}} runs",
      progress: "{{done}} of {{all}} runs",
      stop: "Stop",
      fewer: "Split over {{here}} futures; the comparison has {{compared}}, so the totals need not agree.",
      more: "Split over the {{compared}} futures of the comparison",
      failed: "The runs could not be finished.",
      changed: "Below is the result of another plan or chance number, or of this plan before it was changed.",
      finding: "{{measure}} brings {{part}} of {{total}}",
      findingNothing: "The measures change nothing here",
      subtitle: "{{indicator}}, {{unit}}, {{place}}, {{year}}: mean over {{futures}} futures, line: 80\u00A0% of them.",
      all: "All together",
      measure: "Measure",
      mean: "Mean",
      samplingError: "Sampling error",
      interactions: "Interactions",
      interactionsAbout:
        "What two measures add together beyond what they add apart. Above zero they help each other, below zero one replaces the other.",
      pair: "{{first}} × {{second}}",
      noInteractions: "Interactions are computed for up to eight measures.",
      indicators: {
        digital_users: "Digital users",
        digital_output: "Digital output",
        manuf_output: "Manufacturing output (caused gain)",
      },
    },
    divergence: {
      title: "{{plan}} and {{against}} first differ in {{year}}",
      never: "In this future {{plan}} and {{against}} never differ: every actor takes the same steps.",
      running: "Comparing the event logs of the two runs",
      failed: "The logs could not be compared.",
      about:
        "The future on the map, chance number {{seed}}. Both runs use the same random draws, so a different step is due to the plans.",
      counts: "Actors that acted differently in {{year}}: {{count}}",
      step: "{{count}} × {{machine}}: from “{{from}}” to “{{to}}” {{underPlan}}, to “{{toAgainst}}” {{underAgainst}}",
      stepStays:
        "{{count}} × {{machine}}: from “{{from}}” to “{{to}}” {{underPlan}}, stays “{{from}}” {{underAgainst}}",
      stepStaysInPlan:
        "{{count}} × {{machine}}: from “{{from}}” to “{{toAgainst}}” {{underAgainst}}, stays “{{from}}” {{underPlan}}",
      first: "The first of them",
      actor: "{{who}}: “{{from}}” → “{{to}}” {{underPlan}}, “{{toAgainst}}” {{underAgainst}}.",
      draw: "The draw is {{draw}} in both.",
      saw: "{{name}}: {{value}} {{underPlan}}, {{valueAgainst}} {{underAgainst}}.",
      reason: "The reason {{underPlan}}: {{reason}}.",
      notAsked: "In the other run the question did not arise.",
      sawNothing: "The log shows no other number for it.",
    },
  },
};

export type CompareWords = Texts<typeof compareWords>;
