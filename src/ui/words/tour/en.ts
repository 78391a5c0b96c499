import type { Texts } from "#ui/words/texts.ts";

/** Words of the tour; they are loaded with it. */
export const tourWords = {
  next: "Next",
  back: "Back",
  done: "Done",
  close: "Close the tour",
  progress: "{{current}} of {{total}}",
  stops: {
    answer: {
      title: "The answer",
      text: "One sentence: how many firms use digital technology in the shown year, and how many more or fewer that is than with no plan. The line below gives the interval over many futures.",
    },
    plan: { title: "The plan", text: "Move a slider. Answer, map and charts follow while you move it." },
    map: { title: "The map", text: "Click a region: every view then shows it. The bar below sets the year." },
    views: {
      title: "Behind it",
      text: "Charts, comparisons, evidence, and what the model is not for. “Questions”, under “Trust”, is a good way in.",
    },
  },
};

export type TourWords = Texts<typeof tourWords>;
