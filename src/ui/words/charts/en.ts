import type { Texts } from "#ui/words/texts.ts";

/** Words of the views that are loaded when they are opened. */
export const chartWords = {
  draw: {
    title: "Draw the course you expect, then see the model's",
    shown:
      "You are {{miss}} percentage points off on average; in this model, with the plan “{{plan}}”, {{model}} use digital technology in {{year}}",
    subtitle:
      "Share of large and medium manufacturers using digital technology, %, Kazakhstan. Dots: observed 2020 to 2024 (T14). Drag the four circles, move them with the arrow keys or type numbers; then show the model.",
    show: "Show the model",
    hide: "Hide the model",
    year: "Year",
    drawn: "Expected",
    model: "Model",
    miss: "Off by, pp",
    fields: "The same as numbers",
  },
  funnel: {
    title:
      "{{place}}, {{year}}: {{users}} of {{firms}} firms use digital technology, {{underWay}} evaluate or pilot, {{abandoned}} abandoned it",
    subtitle:
      "Large and medium manufacturers by stage of adoption (SM-1), number of firms, this run. 2023: start values.",
    byRegion: "{{region}} has the largest share of firms evaluating or piloting in {{year}}: {{waiting}} of {{firms}}",
    byRegionSubtitle:
      "Stages (SM-1) as shares of the region's firms, users first; numbers: firms evaluating or piloting, of all firms. Sorted by their share.",
    noFirms: "no firms",
  },
  readiness: {
    title:
      "{{place}}, {{year}}: {{blocks}} holds readiness back most; 0.1 more there raises it from {{readiness}} by {{gain}}",
    subtitle:
      "Means of the nine blocks over large and medium manufacturers, 0 to 1 (EQ-2, T11, T29). Readiness: their weighted geometric mean on the model's scale (log-odds plus 0.90). Dashed: 2023.",
    tableGrowth: "{{place}}, {{from}} to {{year}}: {{block}} rises most, by {{growth}}",
    tablePlan: "{{growth}}; the plan adds most to {{block}}, {{added}}",
    tableTitle: "Nine blocks of readiness: {{place}}, {{year}}",
    quoted: "“{{block}}”",
    block: "Block",
    weight: "Weight",
    gain: "Readiness gained by {{raise}} more",
    and: "and",
    alike:
      "{{place}}, {{year}}: {{blocks}} hold readiness back equally; 0.1 more in one of them raises it from {{readiness}} by {{gain}}",
    outerRing: "Outer ring: {{end}}.",
    byRegion: "The block that holds readiness back most, by region, {{year}} (if equal, under each)",
    ofRegions: "{{regions}} of {{all}}",
    missing: "There are no blocks to show: this place has no firms, or the run is not finished.",
    blocks: {
      STRSDE: "Strategy",
      MTE: "Equipment",
      ORGSTRPROC: "Organisation",
      PROD: "Production",
      PERS: "People",
      SCM: "Supply chain",
      CUST: "Customers",
      MONCONTR: "Monitoring",
      CYBSEC: "Cyber security",
    },
  },
  hazard: {
    title:
      "{{place}}: in {{year}} ready firms start at {{level}} of the rate of {{from}}; “{{term}}” changed the rate most ({{factor}})",
    titleFirst: "{{place}}: changes are counted from {{from}}, the first simulated year; choose a later one",
    subtitle:
      "Rate (hazard): how readily a ready firm starts; while small, nearly its chance to start within the year. Reasons multiply: ×1.25 means that one alone raised it by a quarter since {{from}}. Line: course over the years. Mean over firms that could start, this run. In brackets: change and value of its term in η, the log of the hazard (EQ-3).",
    room: "{{place}}: ready firms without digital technology fall from {{first}} in {{from}} to {{last}} in {{year}}",
    roomStays:
      "{{place}}: ready firms without digital technology do not run out: {{first}} in {{from}}, {{last}} in {{year}}",
    roomSubtitle:
      "Firms with readiness above the threshold that do not use digital technology at the start of the year (EQ-3), among them those that evaluate, pilot or gave up; this run.",
    missing: "The run on the screen is not taken apart yet; that comes when the run is finished.",
    noCandidates: "No firm of this place could start in these years, so there is nothing to take apart.",
    terms: {
      level: { name: "General level", what: "what moves every firm alike (a)" },
      region: { name: "Region's own effect", what: "what is peculiar to the region (u)" },
      regionalPeers: { name: "Peers in the region", what: "share of users in the region last year" },
      nationalPeers: { name: "Peers in the country", what: "share of users in the country last year" },
      subsidy: { name: "Subsidy", what: "a part of the pilot is paid" },
      loans: { name: "Cheaper loans", what: "lower interest on loans" },
      racks: { name: "Data centres", what: "more racks than in 2023" },
      scarcity: { name: "Scarce ICT staff", what: "vacancies against the trend" },
      partners: { name: "Digital partners", what: "digital firms among its buyers" },
      platform: { name: "Platform", what: "what a platform is worth to members" },
      cloud: { name: "Own cloud", what: "the firm uses cloud already" },
      readiness: { name: "Readiness", what: "readiness against the mean of 2023" },
    },
  },
  path: {
    outputTitle:
      "In the year of integration output is {{dip}} of the year before ({{firms}} firms); in year {{years}} after it, {{last}} ({{lastFirms}} firms)",
    outputSubtitle:
      "Output over that of the year before integration, general growth taken out, mean of the firms that first integrate after 2023 (EQ-7), this run. Firms that gave up are included.",
    payback: "On average, cumulative cash covers the project's cost by year {{years}}",
    noPayback: "By year {{years}} a project is not paid back on average: {{value}} million KZT so far",
    cashSubtitle:
      "Free-cash share of the additional output less the project cost, added up, million KZT a firm in prices of 2023. Project costs are few and large (T38), so the mean is not the typical firm. Later years cover only the firms that integrated early.",
    since: "Years since integration",
    firms: "Firms",
    output: "Output, year before = 100 %",
    yearCash: "Cash of the year, million KZT",
    sumCash: "Cash so far, million KZT",
    cashUnit: "million\u00A0KZT",
    tooEarly: "Too few firms have integrated by this year. Choose a later year.",
  },
  efficiency: {
    title:
      "For {{uncertain}} of {{all}} regions the rank of {{year}} spans four places or more; {{region}}, first by the median, could rank from {{best}} to {{worst}}",
    coming: "Efficiency of the regions in {{year}}; intervals follow when the futures are simulated",
    subtitle: "Digital output reached out of what the fixed frontier of 2023 allows for the same inputs (EQ-8, T18).",
    marks:
      "Solid dot, number and order: median of the futures ({{count}}); band: 80\u00A0% of them; ring: the map's future; ticks M1, M2: its efficiency by re-estimated frontiers.",
    firstMarks: "Dot, number and order: the map's future; ticks M1, M2: its efficiency by re-estimated frontiers.",
    map: "Efficiency",
    median: "Median of the futures",
    low: "10\u00A0%",
    high: "90\u00A0%",
    bestRank: "Best rank",
    worstRank: "Worst rank",
    rankSure: "{{value}}, rank {{rank}}",
    rankCould: "{{value}}, rank {{best}} to {{worst}}",
    gapTitle: "Digital output is {{total}} short of the frontier in {{year}}; three regions hold {{share}} of the gap",
    gapSubtitle:
      "Digital output at the fixed frontier minus that reached, billion KZT in prices of 2023 (EQ-8, T18), the map's future. Large regions have large gaps; it is not a forecast of what money would bring.",
    gap: "Gap, billion KZT",
    digitalOutput: "Digital output, billion KZT",
    noOutput: "no digital output",
    warning: "A list of efficiencies is not a finding when chance alone gives as much inefficiency.",
    notDistinguishable:
      "Not distinguishable from no inefficiency: chance alone gives as much in {{p}} of cases ({{replicates}} samples, parametric bootstrap).",
    distinguishable:
      "Chance alone gives as much inefficiency in {{p}} of cases ({{replicates}} samples, parametric bootstrap).",
  },
  equity: {
    title:
      "Against no plan, in this one future, the share of digital users in {{year}} is {{share}} and its spread between regions {{spread}}: {{verdict}}",
    titleOver:
      "Against no plan, over {{futures}} futures, the share of digital users in {{year}} is {{share}} ({{shareInterval}}) and its spread between regions {{spread}} ({{spreadInterval}}): {{verdict}}",
    rises: "{{by}}\u00A0pp higher",
    falls: "{{by}}\u00A0pp lower",
    stays: "almost the same",
    interval: "{{low}} to {{high}}",
    untold: "whether regions differ more or less cannot be told",
    titleAlone:
      "With no plan the share of digital users is {{share}} in {{year}}, the spread between regions {{spread}}\u00A0pp",
    wider: "regions differ more",
    narrower: "regions differ less",
    asWide: "regions differ as much",
    subtitle:
      "Up: share of digital users in the country (T14 in 2023, then this model). Left: regions are more alike (standard deviation of their shares, weighted by firms). Lines run from 2023.",
    cloud: "Small dots: futures of the plan in the shown year.",
    axis: "spread between regions, percentage points",
    evenly: "← more even",
    unevenly: "less even →",
    otherPlans: "Letters: the other plans.",
    presets: "Add all presets",
    presetsRunning: "Simulating the presets",
    plan: "Plan",
    share: "Share of users",
    spread: "Spread, pp",
  },
  clusters: {
    number: "Number of groups",
    running: "Grouping the regions",
    failed: "The regions could not be grouped.",
    supported: "The data support {{k}} groups: {{supports}} of 4 rules choose that number",
    notSupported:
      "The data do not support {{k}} groups: the number is chosen by {{supports}} of 4 rules, and 3 are needed",
    rules:
      "Each rule chooses a number of groups: elbow {{elbow}}, silhouette {{silhouette}}, gap statistic {{gap}} along the axes and {{gapInColumns}} by columns.",
    sizes: "Regions by group: {{list}}.",
    silhouettes: "Mean silhouette width by number of groups: {{list}}.",
    subtitle: "Seventeen indicators of T18, standardised, {{year}}; k-means with 100 starts.",
    moved: "The model moves: {{list}}; the others stay at 2023.",
    colours:
      "Orange: above the mean, blue: below it; strongest at {{ends}} standard deviations, + and − from {{signs}}.",
    region: "Region",
    cluster: "Group",
    indicator: "Indicator",
    treeTitle: "Last to join the others: {{regions}}, at a distance of {{distance}}",
    manyRegions: "{{count}} regions",
    treeSubtitle:
      "Ward's tree of the indicators of T18 at its true heights. The number before a name is its k-means group.",
    treeAxis: "distance at which groups join",
    heatTitle: "The groups differ most in: {{list}}",
    heatTitleNotSupported: "{{k}} groups, which the data do not support, would differ most in: {{list}}",
    componentsTitle: "Two components explain {{both}} of the variance ({{first}} and {{second}})",
    componentsSubtitle:
      "Regions on the first two principal components of T18, number: group. Arrows: loadings of the indicators that count most.",
    axis1: "first component across, second upwards",
    loading1: "Loading 1",
    loading2: "Loading 2",
    columns: {
      gdp_per_capita: "GRP per head",
      industry_share_gdp: "Industry in GRP",
      manuf_output: "Manufacturing",
      ict_investments: "ICT investment",
      innov_active_share: "Innovating firms",
      innovation_expenditure: "Innovation spending",
      fixed_capital_industry: "Fixed capital",
      internet_access_share: "Internet access",
      data_centers_count: "Data centres",
      online_retail_share: "Online retail",
      ict_specialists_per1000: "ICT specialists",
      ict_avg_salary: "ICT salary",
      digital_literacy_rate: "Digital literacy",
      ict_graduates_per1000: "ICT graduates",
      cloud_use_share: "Cloud users",
      bigdata_ai_digitaltwins_share: "Big data, AI, twins",
      digital_tech_use_share: "Digital users",
    },
  },
};

export type ChartWords = Texts<typeof chartWords>;
