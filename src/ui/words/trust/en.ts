/** A conflict in the data: where, what the study prints, what we use, why. */
export type Conflict = readonly [where: string, theirs: string, ours: string, why: string];

/** Words of the page about the model; it is loaded when it is opened. */
export const trustWords = {
  what: "What the model is for",
  isFor: [
    "Comparing plans at the same money, which equal caps hold in every future, since unit costs vary: how many more firms, where, in how many of the futures",
    "Seeing a mechanism work and changing it: who is ready, what makes firms start, where pilots stall",
    "Checking published results against their own data",
  ] as readonly string[],
  notForTitle: "Do not use it for",
  notFor: [
    "exact forecasts of a single region",
    "choosing single firms for grants: the firms are reconstructed, no row is a real enterprise",
    "fiscal multipliers, employment or prices",
    "a ranking of regions by efficiency: with 20 regions it is not distinguishable from chance",
  ] as readonly string[],
  assumptions:
    "Observed values end in 2024. How many firms can be ready in the long run is not in the data: after 2027 assumptions dominate, and line charts shade these years.",
  plan: "The plan: {{name}}",
  checks: "Checks that you can run here",
  checksText:
    "The back-test forecasts a year that the fit has not seen (though the model's structure was partly chosen after seeing it) beside simple forecasts, “as last year” first. The published tables are recomputed cell by cell. Frontiers and groups are estimated anew, with the evidence against them.",
  holds: "holds",
  broken: "does not hold",
  data: {
    title: "Data",
    source:
      "Bureau of National Statistics of the Agency for Strategic Planning and Reforms of the Republic of Kazakhstan, as tabulated in the source study; table numbers are its own.",
    table: "Table",
    figure: "figure {{number}}",
    text: "text",
    content: "What",
    years: "Years",
    count: "How many",
    share: "Share of large and medium manufacturers that use digital technology",
    shareCount: "{{regions}} regions, {{missing}} cells without a figure",
    firms: "Numbers of firms, reconstructed from the percentages",
    firmsCount: "{{firms}} firms; count unique in {{a}} regions, likely in {{b}}, one of several in {{c}}",
    indicators: "Indicators of regions",
    indicatorsCount: "{{regions}} regions × {{columns}} columns",
    series: "National series",
    seriesCount: "{{series}} series",
    scores: "Readiness scores of two case enterprises",
    scoresCount: "{{scores}} sub-parameters",
  },
  parameters: {
    title: "Parameters: {{all}} numbers",
    note: "A range says how far a number could reasonably differ.",
    show: "Show all parameters",
    symbol: "Symbol",
    meaning: "Meaning",
    value: "Value",
    range: "Range",
    source: "Source",
    changed: "changed by this plan",
    bySource:
      "Fitted: {{fitted}}, from the study: {{study}}, from the literature: {{literature}}, assumed: {{assumption}}.",
    classes: { fitted: "fitted", study: "from the study", literature: "literature", assumption: "assumption" },
  },
  sensitivity: {
    title:
      "The share of digital users in 2035 rests most on one assumption, “{{assumption}}”: {{size}} percentage points over its range",
    text: "How many firms are ready at the start decides the level in the long run: over its range it moves the share in 2035 by about thirty percentage points, and the data do not settle it. No single assumption decides what the core ecosystem adds. What a subsidy adds rests about equally on its assumed pull and on how many firms are ready at the start. So read differences, with their interval over the futures, before levels.",
    note: "Mean size of the effect of moving one assumption over its range, with a 95\u00A0% interval; marked: the largest (Morris 1991, {{runs}} runs). All 18 assumptions and Sobol's indices are in docs/sensitivity.md; the command prints them:",
    assumption: "Assumption",
    share: "Share in 2035, pp",
    core: "Core ecosystem adds, firms",
    subsidy: "Subsidy only adds, firms",
    effect: "{{size}} ({{low}} to {{high}})",
  },
  conflicts: {
    title: "Conflicts in the data",
    where: "Where",
    theirs: "The study",
    ours: "Here",
    why: "Why",
    rows: [
      [
        "T32, M1",
        "An optimum with γ below 1, standard errors and z",
        "γ\u00A0=\u00A01, without standard errors",
        "The likelihood still rises at the printed point; at γ\u00A0=\u00A01 no standard error exists",
      ],
      [
        "T33",
        "A ranking of regions by efficiency",
        "Ranks with intervals, and how often chance alone gives as much inefficiency",
        "With 20 regions it does so too often",
      ],
      [
        "T30, T31",
        "The scale of a score is taken from its size, index “high”",
        "Scores on their declared scales, both enterprises “medium”",
        "Under the printed rule 5 of 10 is worth more than 6 of 10; the index is kept for replication only",
      ],
      [
        "T21",
        "Three groups of regions",
        "Three groups shown, the number not supported",
        "For 2023 the gap statistic chooses one group or four to seven, the silhouette two",
      ],
      [
        "T14",
        "Dashes for some regions",
        "Zero users for Kyzylorda and Turkistan 2020–21 and Almaty 2020; no region yet for Abai, Jetisu, Ulytau before 2022",
        "Only this fits the national totals",
      ],
      [
        "T15 and T18",
        "Two shares of cloud and big-data users",
        "T15 for the total, T18 for the pattern of regions",
        "Their bases differ; the columns of T18 do not average to T15",
      ],
      [
        "T16 and T18",
        "ICT investment 210 and 918 billion KZT",
        "T16 for industry; T18 only as a pattern",
        "T18 is the whole economy, T16 is industry",
      ],
      [
        "Bands",
        "Medium to 0.80, high from 0.81",
        "High above 0.80",
        "Both published indices, 0.8005 and 0.8026, lie in the gap",
      ],
    ] as readonly Conflict[],
  },
  cite: "How to cite",
  citation:
    "Ecosystem Twin, version {{version}}. Plan “{{plan}}”, chance number {{seed}}. Run {{digest}}, data {{data}}.",
  credit:
    "Program under the MIT licence. Boundaries: geokz © A. Rodionov, CC BY 4.0, after UNHCR/OCHA COD-AB Kazakhstan (CC BY-IGO); city outlines © OpenStreetMap contributors (ODbL). Data keep the terms of their sources.",
};

export type TrustWords = typeof trustWords;
