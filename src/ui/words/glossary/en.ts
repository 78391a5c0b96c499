import type { GlossaryId } from "#ui/trust/glossary.ts";

/** Term and meaning of each entry. */
export type GlossaryWords = {
  readonly search: string;
  readonly found: string;
  readonly none: string;
  readonly see: string;
  readonly entries: Readonly<Record<GlossaryId, readonly [term: string, meaning: string]>>;
};

export const glossaryWords: GlossaryWords = {
  search: "Search the glossary",
  found: "{{found}} of {{all}} terms",
  none: "No term matches. Try a shorter one.",
  see: "Shown in",
  entries: {
    adoption: [
      "Adoption (SM-1)",
      "A firm's path from not knowing of a technology to using it everywhere: unaware, aware, evaluating, piloting, integrated, scaled; or abandoned. Integrated and scaled count as use.",
    ],
    firmLife: [
      "Life of a firm (ID-1)",
      "A firm works; it may close, and a new one may take the vacant place: n′ = n + entry − exit.",
    ],
    platformMember: [
      "Platform member (SM-2)",
      "A firm on the platform of a core enterprise: outside, invited, connected, transacting, co-creating; it may leave.",
    ],
    coreEnterprise: [
      "Core enterprise (SM-3)",
      "A large enterprise that may run a platform and gather partners: candidate, assessed, selected, anchor, leader, replaced.",
    ],
    platformProvider: [
      "Platform provider (SM-4)",
      "Who runs a platform: planned, building, operating, degraded, closed.",
    ],
    complementor: [
      "Complementor (SM-5)",
      "A firm that offers services on a platform and makes it worth more to its members.",
    ],
    supplier: [
      "Supplier (SM-6)",
      "The role of a firm that sells to others; digital buyers pull it to electronic procurement.",
    ],
    projectOffice: [
      "Project office (SM-7)",
      "A public office that advises firms on their first digital project, a given number a year. The additional users that it counts itself are a comparison with firms that it did not advise, not with the run without a plan.",
    ],
    education: [
      "Research and education (SM-8)",
      "Universities that train ICT graduates, who start work two years later.",
    ],
    investor: [
      "Investor (SM-9)",
      "Bank, venture fund or innovation fund: waits, screens, invests, gets its money back or writes it off. The state comes late: in the year of its first money it still waits, in the next it screens.",
    ],
    customerPool: [
      "Customers (SM-10)",
      "Buyers of a region as one actor: offline, digital channels, platform users, co-designers.",
    ],
    dataCentre: [
      "Data centre (SM-11)",
      "Racks of a region: planned, in use after a year, saturated above 90\u00A0% use.",
    ],
    technology: [
      "Technology set",
      "Which technologies a firm has: resource planning (ERP), manufacturing execution (MES), supply chain (SCM), customer relations (CRM), industrial internet of things (IIoT), digital twin, robots, artificial intelligence, 3D printing. Kazakhstan has data on three things only: any digital technology, cloud, big data.",
    ],
    factoryLadder: [
      "Factory ladder (SM-12)",
      "Conventional, digital, smart, virtual factory, as follows from a firm's technologies, readiness and partners. A digital twin makes a factory digital even as a prototype or out of step.",
    ],
    digitalTwin: [
      "Digital twin (SM-13)",
      "A model of a plant that is kept in step with it: prototype, in operation, joined with others, out of step, retired.",
    ],
    ecosystem: [
      "Ecosystem stage (SM-14)",
      "Birth, strengthening, consolidation, renewal or decline of the whole, by members, links and outside resources.",
    ],
    mechanism: [
      "Mechanism (SM-15)",
      "The organisational and technological mechanism that ties an ecosystem to outside ICT resources. Its levers are set, checked and corrected. While platforms have no members it is suspended, though the plan pays for it.",
    ],
    ictService: [
      "ICT service",
      "Firms that carry out digital projects; when all are busy, pilots wait and prices rise.",
    ],
    security: ["Security (EQ-10)", "How well a firm is protected, and whether it suffers a breach in a year."],
    eq1: [
      "EQ-1 ICT spending",
      "What firms spend on ICT: a share of output that depends on the stage of adoption, matched to the totals of table 16.",
    ],
    eq2: [
      "EQ-2 Readiness",
      "Nine blocks from 0 to 1 (B1 strategy, B2 equipment, B3 organisation, B4 production, B5 people, B6 supply chain, B7 customers, B8 monitoring, B9 cyber security), combined by a weighted geometric mean: the others can hardly make up for one weak block. On the model's scale 0.90 is added to its log-odds, so readiness lies above the blocks.",
    ],
    eq3: [
      "EQ-3 Hazard",
      "How readily a ready firm starts: the rate that survival analysis calls a hazard, without any danger in it. It is the exponential of η, the log of the hazard, to which every reason adds. The chance to start within a year is 1\u00A0−\u00A0exp(−exp\u00A0η).",
    ],
    eq4: [
      "EQ-4 Flow matching",
      "The chance to begin an evaluation is set so that, with failing pilots counted, as many firms reach use as the hazard says.",
    ],
    eq5: [
      "EQ-5 ICT staff",
      "Staff of a region: that of last year × (1 + trend − losses), graduates of two years ago, people retrained, and moves between regions.",
    ],
    eq6: ["EQ-6 Services", "Price of ICT services and places for pilots, from demand and capacity."],
    eq7: [
      "EQ-7 Output",
      "Output of 2023 × general growth × (ICT capital over that of 2023) to the power β′ × (1 + gain from the firm's technologies) × (1 − loss while it integrates). First a dip, then a gain: the J-curve.",
    ],
    eq8: [
      "EQ-8 Digital output",
      "Manufacturing output times the share of users. It rises with adoption by construction, so it proves no effect.",
    ],
    eq9: [
      "EQ-9 Platform",
      "Value of a platform from members and complementors; openness brings complementors and lowers quality.",
    ],
    eq10: [
      "EQ-10 Cyber incidents",
      "Chance and loss of a breach, which grow with attacks and exposure and fall with security.",
    ],
    publishedIndicator: [
      "Published indicator in later years",
      "An indicator that is published for 2023 (table 18) starts at that value and then moves in proportion to the quantity of the model behind it. Innovation expenditure and fixed capital have none and stay as they are.",
    ],
    cash: [
      "Cash of a firm (ID-5)",
      "What a firm earns above its costs and usual ICT spending, less further ICT, projects, fees and loans; the rest goes to its owners. A firm that integrates has less for years and then earns it anew.",
    ],
    kOfN: ["k of n firms", "Every share is a count of firms. In a small region one firm is several points."],
    readinessBand: ["Readiness bands", "Low to 0.40, medium to 0.80, high above."],
    future: [
      "Future",
      "One run of the model with its own random draws. Plans are compared on the same futures, so chance cancels.",
    ],
    interval80: ["80\u00A0% interval", "From the 10th to the 90th percentile of the futures: eight in ten lie inside."],
    twinRun: [
      "Difference from no plan",
      "The plan's run minus the run without measures on the same future: what the plan causes in the model.",
    ],
    parameter: [
      "Parameter",
      "A number of the rules with default, range and source: fitted, from the study, literature or assumption.",
    ],
    frontier: [
      "Stochastic frontier",
      "The most output that given inputs allow. What lies off it is noise v and inefficiency u, told apart by the shapes of their distributions.",
    ],
    fixedFrontier: [
      "Fixed frontier",
      "The frontier of 2023, kept for all years so that a plan cannot move the yardstick.",
    ],
    technicalEfficiency: [
      "Efficiency",
      "Output reached out of what the frontier allows, E[exp(−u)\u00A0|\u00A0e], between 0 and 1.",
    ],
    gamma: [
      "γ, gamma",
      "Share of inefficiency in the variance of the error. At 1 no noise is left and every deviation is called inefficiency.",
    ],
    logLikelihood: [
      "Log-likelihood",
      "How well an estimate explains the data; higher is better, only differences count.",
    ],
    wrongSkew: [
      "Wrong skew",
      "The residuals lean to the side on which no inefficiency can be seen; then none is estimated.",
    ],
    bootstrap: [
      "Parametric bootstrap",
      "Samples drawn from the model itself, estimated like the data, to see what chance alone does.",
    ],
    gap: ["Gap to the frontier", "Digital output at the frontier minus that reached, billion KZT."],
    rank: ["Rank with interval", "From which to which place a region comes in eight of ten futures."],
    spread: [
      "Spread between regions",
      "Standard deviation of the regions' shares, weighted by firms, percentage points.",
    ],
    kMeans: ["k-means", "Groups of regions such that each lies nearest to the mean of its own group."],
    dendrogram: ["Dendrogram", "A tree of how groups join; the height is their distance (Ward)."],
    silhouette: ["Silhouette", "How much nearer a region is to its own group than to the next, −1 to 1."],
    gapStatistic: [
      "Gap statistic",
      "Whether groups are tighter than in data without groups; it may answer that there are none.",
    ],
    elbow: ["Elbow", "The number of groups after which more groups help little."],
    components: [
      "Principal components",
      "Directions along which regions differ most; loadings say which indicators make them up.",
    ],
    standardised: ["Standardised value", "Distance from the mean in standard deviations."],
    persistence: ["“As last year” (persistence)", "The forecast that nothing changes; hard to beat one year ahead."],
    mae: ["MAE", "Mean absolute error of a forecast, percentage points."],
    rmse: ["RMSE", "Root of the mean squared error; large misses count more."],
    crps: [
      "CRPS",
      "Continuous ranked probability score: error of a whole forecast distribution; for a single number the absolute error.",
    ],
    coverage: ["Coverage", "How often what happened lay inside the forecast interval."],
    noiseFloor: ["Noise floor", "The error that would remain if the model were exactly true."],
    identity: [
      "Identity (ID)",
      "An equation that must hold in every year of every run: racks, for instance, are those of last year and those ordered then.",
    ],
    digest: ["Digest", "A short fingerprint made from all numbers of a run; equal digests mean equal runs."],
    chanceNumber: [
      "Chance number",
      "Picks the future on the map (the seed of its random draws); with the same number every plan meets the same chance.",
    ],
    plan: [
      "Plan, measure",
      "A plan is a list of measures. Each has its regions, first and last year, size, and a cap of money if one is set.",
    ],
    shock: [
      "Shock",
      "Something that happens without anyone deciding it, such as dearer licences. It hits the plan and the run without a plan alike.",
    ],
    stateMachine: [
      "State machine",
      "The rules of one actor: the states that it can be in and what moves it from one to the next in a year.",
    ],
    openness: [
      "Openness of a platform",
      "From closed (0.1) through hybrid (0.5) to open (0.9): more complementors come, fees are lower, quality is lower.",
    ],
    interoperability: [
      "Interoperability",
      "How far platforms understand each other's data and rules, 0 to 1; a common digital code raises it.",
    ],
    memberRole: [
      "Role of a member",
      "Keystone: many links, not large; raises the value of the platform. Dominator: many links and large; fees rise, integration gets cheaper. Hub landlord: large, few links; value falls. Niche: neither.",
    ],
    modelFactory: ["Model factory", "A pilot line in a ready firm, paid by a grant of 0.212 billion KZT (table 38)."],
    sourceNumber: [
      "T14, F23, EQ, SM, ID",
      "Table 14 and figure 23 of the source study, by its own numbers. SM, EQ and ID number the rules of the model.",
    ],
    logOdds: [
      "Log-odds (logit)",
      "ln(p / (1 − p)) of a number p between 0 and 1: 0 at one half, below zero under it, above zero over it.",
    ],
    studyFrontiers: [
      "M1, M2",
      "The two frontiers of the source study. M1 has four inputs: ICT investment, innovation expenditure, ICT specialists, fixed capital. M2 adds the share of cloud users.",
    ],
    backTest: ["Back-test", "A forecast of a past year that the fit has not seen, held against what was published."],
    shapley: [
      "Shapley value",
      "What a measure adds to the effect of a plan, averaged over all orders in which the measures may join.",
    ],
    causedGain: [
      "Caused gain",
      "Output with the plan minus output on the same future without its measures. Only this is an effect on output.",
    ],
    sensitivity: [
      "Sensitivity",
      "How far a result moves when an assumption moves over its range. Morris: the mean size of the move; Sobol: the part of the variance that the assumption explains.",
    ],
  },
};
