import type { Audience, QuestionId } from "#ui/trust/questions.ts";

export type QuestionWords = {
  readonly title: string;
  readonly hint: string;
  readonly audiences: Readonly<Record<Audience, string>>;
  readonly questions: Readonly<Record<QuestionId, string>>;
};

export const questionWords: QuestionWords = {
  title: "Thirty questions",
  hint: "Each opens the view that answers it, with the plans and the region that it needs. Undo brings your plans back.",
  audiences: {
    strategist: "For an enterprise strategist",
    student: "For a student",
    ministry: "For a ministry or a region",
  },
  questions: {
    blockingBlock: "Which block of readiness holds us back?",
    openness: "Open, closed or hybrid platform?",
    partnersNeeded: "How many partners does the next stage need?",
    pilotsStall: "Where do pilots stall?",
    whereToExpand: "In which region should we expand?",
    breachCost: "What does a breach cost the partners?",
    payback: "When does a project pay back?",
    dearerLicences: "What if licences cost more?",
    scarce: "Which is scarce, staff or vendors?",
    betterCore: "Who would make the better core?",
    curveBends: "Why does the curve bend?",
    geometricIndex: "What does a geometric index hide?",
    reproduce: "Can the groups of regions be reproduced?",
    breakFrontier: "Can I break the frontier by leaving a region out?",
    persistence: "Why is “as last year” hard to beat?",
    whichAssumption: "Which assumption matters most?",
    atyrau: "Why did Atyrau's share fall in 2024?",
    threeNumbers: "Is a rise in digital output an effect of the plan?",
    switchOff: "Peers, suppliers or platform: what does the work?",
    falsify: "What would disprove the model?",
    perBillion: "How many more firms does a billion KZT bring?",
    whatBinds: "What holds each region back?",
    whichFirms: "How many more firms would bring the lagging regions up to the national share?",
    targeted: "The same support for all, or targeted?",
    officeOrSubsidy: "Project office or subsidy, at equal money?",
    fewerStaff: "What if ICT staff leave?",
    factories: "Are 49 model factories worth 10.4\u00A0billion KZT, or would it have happened anyway?",
    thirtyPercent: "How likely is a share of 30\u00A0% by a given year?",
    efficiencyGap: "What are efficiency and gap under a plan?",
    fragile: "Which result rests most on assumptions?",
  },
};
