/** Words of the back-test; they are loaded when it is opened. */
export const backtestWords = {
  origin: "Fitted to the years up to",
  originOption: "{{origin}}, forecast of {{target}}",
  futures: "Futures",
  seed: "Chance number",
  again: "Run again",
  running: "Forecasting a past year",
  progress: "{{done}} of {{wanted}} futures",
  ended: {
    same: "Run again in {{seconds}}\u00A0s with chance number {{seed}}: every number is the same as before.",
    different: "Run again in {{seconds}}\u00A0s with chance number {{seed}}: some numbers are not the same as before.",
    another: "Run in {{seconds}}\u00A0s with chance number {{seed}}: the numbers below are new.",
  },
  failed: "The back-test could not be finished.",
  finding: {
    tie: "Forecast of {{target}}: the model's mean absolute error is {{model}} percentage points, that of the forecast “as last year” {{persistence}}; the difference is not statistically significant",
    modelCloser:
      "Forecast of {{target}}: the model's mean absolute error is {{model}} percentage points, that of the forecast “as last year” {{persistence}}; the model is closer",
    persistenceCloser:
      "Forecast of {{target}}: the model's mean absolute error is {{model}} percentage points, that of the forecast “as last year” {{persistence}}; the latter is closer",
  },
  heldOut:
    "Share of digital users among large and medium manufacturers (T14). {{target}} is held out: the fit sees the years up to {{origin}} alone. {{scored}} of {{all}} regions scored, {{futures}} futures, chance number {{seed}}.",
  difference:
    "Mean absolute error of the model minus that of the forecast “as last year”: {{difference}} points (95\u00A0%: {{low}} to {{high}}, regions taken as independent).",
  noiseFloor:
    "Even if the model were exactly true, chance in single firms and good and bad years of regions, whose spread is fitted, would leave a mean absolute error of {{p50}} points (90\u00A0%: {{p05}} to {{p95}}).",
  methods: {
    title: "Errors of the forecasts, percentage points",
    method: "Forecast",
    nationalError: "National error",
    coverage80: "80\u00A0% interval covers",
    coverage95: "95\u00A0% interval covers",
    coverage: "The model's 80\u00A0% interval covers {{share80}} of the regions, its 95\u00A0% interval {{share95}}.",
    legend:
      "MAE: mean absolute error over the regions. RMSE: root mean squared error. CRPS: continuous ranked probability score, which for a point forecast is the absolute error. Lower is better. National error: forecast minus published national percentage. Coverage: share of regions whose published value lies within the interval; the closer to 80 and 95\u00A0%, the better.",
    median: "MAE of the median of the futures: {{mae}}.",
    names: {
      persistence: "Forecast “as last year”",
      "persistence-national-drift": "Last year plus the national mean change",
      "own-drift": "Last year plus the region's own mean change",
      "linear-trend": "Linear trend of the region",
      "bass-national": "National Bass curve",
      logistic: "Logistic trend of the region",
      model: "Model: mean of the futures",
    },
  },
  goals: {
    title: "Goals for {{target}}: {{met}} of {{all}} met",
    hint: "Set after seeing what a prototype of the model had reached for this year, so a goal that is met proves nothing. Scores change a little with the chance number and the number of futures. Errors in percentage points.",
    goal: "Goal",
    reached: "Reached",
    verdict: "Met",
    met: "met",
    missed: "missed",
    names: {
      maeOfMean: "MAE of the mean at most {{limit}}",
      maeOfMedian: "MAE of the median at most {{limit}}",
      rmse: "RMSE at most {{limit}}",
      nationalError: "National error at most {{limit}} either way",
      crps: "CRPS at most {{limit}}",
      coverage80: "80\u00A0% interval covers {{least}} to {{most}} of {{all}} regions",
      maeBelowRival: "MAE below {{limit}} ({{rival}})",
      rmseBelowPersistence: "RMSE below {{limit}} ({{rival}})",
      crpsBelowPersistence: "CRPS below {{limit}} ({{rival}})",
      maeAbovePersistence: "MAE above that of “as last year” by at most {{limit}}",
      notOverfitted: "MAE at least {{limit}}: below it the model would be over-fitted",
    },
  },
  regions: {
    title: "Regions in {{target}}, % of firms",
    region: "Region",
    firms: "Firms",
    actual: "Published",
    mean: "Model, mean",
    interval: "80\u00A0% interval",
    persistence: "As last year",
    range: "{{low}} to {{high}}",
    outside: "outside",
    outsideHint:
      "“Outside”: the published value lies outside the 80\u00A0% interval. This is so in {{outside}} of {{scored}} scored regions; about one in five is expected.",
    notScored: "not scored",
  },
  notesTitle: "What to bear in mind",
  notes: {
    firmsReconstructed:
      "The numbers of firms are reconstructed from all five years and the start values of 2023; they serve as weights and as the size of a step.",
    targetInSight:
      "The structure of the model, the ranges of its parameters and the priors were chosen partly after seeing 2024, and the goals by what a prototype had reached in it: expect more error in a new year.",
    medianBySteps:
      "A median moves in steps of one firm, up to 7 points in a small region: at 200 futures its error, and that of the mean, differs by up to 0.2 points between chance numbers.",
    onlyAdoptionSetBack:
      "Only adoption is set back to {{origin}}: cloud use, output and ICT staff are those of 2023, which touch the forecast through deviations from their own mean.",
    newRegionsNotScored:
      "Abai, Jetisu and Ulytau had no figure in the year of origin: they start from their parents' shares and are not scored.",
  },
  fit: {
    title: "Parameters fitted to the years up to {{origin}}",
    parameter: "Parameter",
    prior: "Prior mean",
    fitted: "Fitted",
    used: "Used",
    byDefault: "Default of runs",
    usedHint:
      "Used: the fitted value, set to the end of the range that the parameter table allows where it lies outside.",
    defaults: "The defaults were fitted once, by a prototype, to the shares of 2020 to 2023 under other weak priors.",
    defaultsSame:
      "The data cannot tell them from the fit to the same years made here, whose log-likelihood differs by 0.01.",
    equation:
      "The fitted equation alone, without the state machines: MAE {{mae}}, RMSE {{rmse}}, national error {{national}}.",
    names: {
      hazardLevel: "level of the adoption hazard",
      regionalPeers: "pull of the region's share",
      nationalPeers: "pull of the national share",
      exitRate: "share that gives up in a year",
      matureShare: "share of firms that are ready",
    },
  },
};

type Texts<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends string ? string : Texts<Shape[Key]> };
export type BacktestWords = Texts<typeof backtestWords>;
