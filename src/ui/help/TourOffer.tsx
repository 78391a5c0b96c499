import { isTourKnown, rememberTour } from "#session/preferences.ts";
import { useState } from "react";
import { useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** Offers the tour until it was taken or declined once; Help offers it again at any time. */
export function TourOffer() {
  const t = useWords();
  const [isOffered, setIsOffered] = useState(() => !isTourKnown());
  const start = useTour();
  if (!isOffered) return null;
  const close = () => {
    rememberTour();
    setIsOffered(false);
  };
  return (
    <p className="tour-offer">
      <span>{t("drawer.tour.offer")}</span>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          close();
          start();
        }}
      >
        {t("drawer.tour.start")}
      </button>
      <button type="button" className="quiet" onClick={close}>
        {t("drawer.tour.later")}
      </button>
    </p>
  );
}

/** Starts the tour, which is loaded then. */
export function useTour(): () => void {
  const language = useLanguage();
  return () => {
    import("./tour.ts").then(
      ({ startTour }) => startTour(language),
      () => {}, // without a network before the first visit is kept there is no tour, and the page needs none
    );
  };
}
