import type { Language } from "#domain/language.ts";
import type { TourWords } from "#ui/words/tour/en.ts";
import { driver } from "driver.js";
import { tourWords as en } from "#ui/words/tour/en.ts";
import { tourWords as kk } from "#ui/words/tour/kk.ts";
import { tourWords as ru } from "#ui/words/tour/ru.ts";
import "driver.js/dist/driver.css";
import "#ui/styles/tour.css";

const WORDS: Readonly<Record<Language, TourWords>> = { en, ru, kk };

/** At most four stops, each at something that is on the page in every layout. */
const STOPS = [
  { id: "answer", element: "[data-testid=answer]" },
  { id: "plan", element: ".plan-panel, .narrow-parts" },
  { id: "map", element: "[data-testid=map]" },
  { id: "views", element: ".drawer, .narrow-parts" },
] as const;

/** Leads through the page; arrows go on and back, Escape ends it. Without animation where the reader wants less motion. */
export function startTour(language: Language): void {
  const words = WORDS[language];
  const returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  driver({
    animate: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    showProgress: true,
    progressText: words.progress,
    nextBtnText: words.next,
    prevBtnText: words.back,
    doneBtnText: words.done,
    stagePadding: 4,
    stageRadius: 6,
    onPopoverRender: ({ closeButton }) => closeButton.setAttribute("aria-label", words.close),
    onDestroyed: () => returnTo?.focus(),
    steps: STOPS.map(({ id, element }) => ({
      element,
      popover: { title: words.stops[id].title, description: words.stops[id].text },
    })),
  }).drive();
}
