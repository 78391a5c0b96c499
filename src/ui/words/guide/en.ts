/** What to notice and what to try, by preset. */
export type GuideWords = {
  readonly noticeTitle: string;
  readonly tryTitle: string;
  readonly own: string;
  readonly presets: Readonly<Record<string, { readonly notice: string; readonly attempt: string }>>;
};

export const guideWords: GuideWords = {
  noticeTitle: "Things to notice",
  tryTitle: "Things to try",
  own: "This plan is your own and has no card. The plans of the menu have one: what they change, on what evidence, and what would disprove it.",
  presets: {
    baseline: {
      notice:
        "Even with no plan the share nearly doubles from 2023 to 2035: peers pull, and firms that are ready start.",
      attempt: "Open “Why the curve bends” and see how the number of firms that could start falls.",
    },
    "core-ecosystem": {
      notice:
        "Platform members come years after the first money, in 2028 at the earliest: a core is assessed and builds before it invites. In nearly half of the futures no core is selected or lasts, and no firm is a member in 2035; the cores are paid for all the same.",
      attempt: "Take the advice away and compare what the cores do alone.",
    },
    "subsidy-only": {
      notice:
        "It may spend what the core ecosystem costs by default, yet money is left over: a subsidy is paid only where a pilot starts.",
      attempt: "Put it beside the core ecosystem in Compare.",
    },
    "brain-drain": {
      notice: "Staff leave outside the two cities, and scarcity slows the start of projects there.",
      attempt: "Add retraining and see how much of the loss it makes up for.",
    },
    "cloud-push": {
      notice: "It is cloud use that rises; other digital technology gains only a little, in some futures nothing.",
      attempt: "Colour the map by the share of cloud users.",
    },
    "data-centres": {
      notice: "Racks grow where the plan builds them; the share of users hardly moves.",
      attempt: "Double the racks: what does one more firm cost?",
    },
    equalisation: {
      notice: "Lagging regions get all the support; whether the spread narrows differs from future to future.",
      attempt: "Open “Share and spread” and add all presets.",
    },
    "ict-workforce": {
      notice: "Retraining and a smaller loss of staff act at once, graduates start work two years later.",
      attempt: "Take the graduates out and watch the years after 2027.",
    },
    "platform-closed": {
      notice:
        "Few complementors and the highest fees, and as many members; whether these gain more or less than on an open platform differs from future to future.",
      attempt: "Open a core in “Inside an actor” and compare its fees with those of the open platform.",
    },
    "platform-hybrid": {
      notice:
        "Between the two: some complementors, a medium fee; where members gain most differs from future to future.",
      attempt: "Move openness and find where members gain most.",
    },
    "platform-open": {
      notice:
        "Many complementors and the lowest fees: the cores take least. Whether members gain most differs from future to future.",
      attempt: "Open a core in “Inside an actor” and compare its fees with those of the closed platform.",
    },
    "training-budget": {
      notice: "People, a block of readiness, rises slowly; firms cross the threshold years later.",
      attempt: "Open “Readiness” and step through the years.",
    },
    "digital-twins": {
      notice: "Effects of twins are claims from single cases: they reach few firms and little output.",
      attempt: "Open “After integration” and look for the dip in output.",
    },
    robots: {
      notice: "Cells go to firms that manage their production digitally; others cannot use them.",
      attempt: "Aim the cells at one region and count its digital users.",
    },
    "cyber-shock": {
      notice: "In 2029 platforms run degraded after the incident; what it taught stays: they are safer in 2030.",
      attempt: "Open “Stages of the ecosystem” at 2029 and read the reasons.",
    },
    "import-limits": {
      notice:
        "Fewer users while pilots fail; part of it is caught up later. Cloud loses most, and does not recover by 2035.",
      attempt: "Colour the map by the share of cloud users.",
    },
    "investment-cut": {
      notice: "A cut of one year lowers output for several: ICT capital comes back slowly.",
      attempt: "Compare output with no plan year by year.",
    },
    "leader-scaling": {
      notice: "Support goes to those ahead: see whether regions drift apart.",
      attempt: "Open “Share and spread”.",
    },
    "model-factories": {
      notice: "Some of the firms would have integrated anyway: count only the difference.",
      attempt: "Read the difference from no plan, not the number of factories.",
    },
    "digital-code": {
      notice: "Members gain more from the platforms; their number and the share of users hardly change.",
      attempt: "Move interoperability and watch what the members of a core gain in “Inside an actor”.",
    },
    "full-package": {
      notice: "A package always wins: look at its money and at what its parts give alone.",
      attempt: "Take one measure away at a time.",
    },
    "foreign-china": {
      notice: "Subsidies and model factories: the study names the emphasis, the sizes are assumed.",
      attempt: "Put two foreign strategies side by side and read firms per billion KZT.",
    },
    "foreign-denmark": {
      notice: "Data centres, security and cloud: the study names the emphasis, the sizes are assumed.",
      attempt: "Put two foreign strategies side by side and read firms per billion KZT.",
    },
    "foreign-estonia": {
      notice: "Interoperability, open cores and advice: the study names the emphasis, the sizes are assumed.",
      attempt: "Put two foreign strategies side by side and read firms per billion KZT.",
    },
    "foreign-germany": {
      notice:
        "Open platforms, joint laboratories and replication: the study names the emphasis, the sizes are assumed.",
      attempt: "Put two foreign strategies side by side and read firms per billion KZT.",
    },
    "foreign-japan": {
      notice: "Robot cells and twins: the study names the emphasis, the sizes are assumed.",
      attempt: "Put two foreign strategies side by side and read firms per billion KZT.",
    },
    "foreign-usa": {
      notice: "Laboratories, graduates and retraining: the study names the emphasis, the sizes are assumed.",
      attempt: "Put two foreign strategies side by side and read firms per billion KZT.",
    },
  },
};
