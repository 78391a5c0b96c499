import type { MapIndicatorId, RegionalIndicatorId } from "#domain/indicators.ts";
import type { DrawerPart } from "#session/drawerParts.ts";
import type { CardId } from "#ui/plans/PlanCard.tsx";

export const AUDIENCES = ["strategist", "student", "ministry"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Where a question is answered: a view, and what must be on the page for it. What is not named stays as it is. */
export type Question = {
  readonly audience: Audience;
  readonly part: DrawerPart;
  /** Id of the element of the view that answers it; the beginning of the view unless named. */
  readonly sought?: CardId;
  /** Id of a preset or of a plan in questionPlans.ts. */
  readonly plan?: string;
  /** Plans that stand beside it; it is compared with the first of them. */
  readonly beside?: readonly string[];
  /** Indicator of the comparison; the number of users unless named. */
  readonly comparedBy?: RegionalIndicatorId;
  readonly region?: string;
  readonly year?: number;
  /** Indicator of the map. */
  readonly colour?: MapIndicatorId;
};

/** The thirty questions that the model is made for, by the view that answers each. */
export const QUESTIONS = {
  blockingBlock: { audience: "strategist", part: "readiness", colour: "readiness" },
  openness: {
    audience: "strategist",
    part: "compare",
    plan: "platform-open",
    beside: ["platform-closed", "platform-hybrid"],
    comparedBy: "platform_members",
    colour: "platform_members",
  },
  partnersNeeded: {
    audience: "strategist",
    part: "timeline",
    plan: "core-ecosystem",
    year: 2035,
    colour: "platform_members",
  },
  pilotsStall: { audience: "strategist", part: "funnel" },
  whereToExpand: { audience: "strategist", part: "regions", year: 2026, colour: "could_start" },
  breachCost: {
    audience: "strategist",
    part: "compare",
    plan: "cyber-shock",
    beside: ["core-ecosystem"],
    comparedBy: "cyber_losses",
    year: 2028,
    colour: "cyber_losses",
  },
  payback: { audience: "strategist", part: "path", year: 2035 },
  dearerLicences: { audience: "strategist", part: "compare", plan: "import-limits" },
  scarce: {
    audience: "strategist",
    part: "compare",
    plan: "enough-staff",
    beside: ["brain-drain", "enough-vendors"],
    colour: "ict_staff",
  },
  betterCore: { audience: "strategist", part: "timeline", plan: "core-ecosystem", year: 2026 },
  curveBends: { audience: "student", part: "hazard", plan: "baseline" },
  geometricIndex: { audience: "student", part: "readiness", plan: "baseline" },
  reproduce: { audience: "student", part: "clusters", plan: "baseline", year: 2023 },
  breakFrontier: { audience: "student", part: "published" },
  persistence: { audience: "student", part: "backtest" },
  whichAssumption: { audience: "student", part: "sensitivity" },
  atyrau: { audience: "student", part: "charts", region: "atyrau", year: 2024, colour: "digital_share" },
  threeNumbers: { audience: "student", part: "compare", plan: "core-ecosystem", colour: "digital_output" },
  switchOff: {
    audience: "student",
    part: "compare",
    plan: "no-peers",
    beside: ["core-ecosystem", "no-partners", "no-platforms"],
  },
  falsify: { audience: "student", part: "guide", sought: "card-disprovedBy", plan: "core-ecosystem" },
  perBillion: { audience: "ministry", part: "compare", plan: "core-ecosystem" },
  whatBinds: { audience: "ministry", part: "readiness", plan: "baseline", colour: "readiness" },
  whichFirms: { audience: "ministry", part: "regions", plan: "baseline", year: 2023, colour: "digital_share" },
  targeted: { audience: "ministry", part: "equity", plan: "equalisation", beside: ["untargeted"], year: 2035 },
  officeOrSubsidy: { audience: "ministry", part: "compare", plan: "office", beside: ["subsidy"] },
  fewerStaff: { audience: "ministry", part: "compare", plan: "brain-drain", colour: "ict_staff" },
  factories: { audience: "ministry", part: "compare", plan: "model-factories" },
  thirtyPercent: { audience: "ministry", part: "charts", colour: "digital_share" },
  efficiencyGap: { audience: "ministry", part: "efficiency", colour: "efficiency_fixed" },
  fragile: { audience: "ministry", part: "sensitivity" },
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionId = keyof typeof QUESTIONS;
export const QUESTION_IDS = Object.keys(QUESTIONS) as readonly QuestionId[];
