import { useRef } from "react";
import { Title } from "#ui/Title.tsx";
import { useSend } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { useTour } from "./TourOffer.tsx";

const HELP_PARTS = ["questions", "glossary", "trust"] as const;

export function HelpDialog() {
  const t = useWords();
  const send = useSend();
  const tour = useTour();
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = (go: () => void) => {
    dialog.current!.close();
    go();
  };
  return (
    <>
      <button
        type="button"
        className="quiet help"
        aria-label={t("header.help")}
        title={t("header.help")}
        onClick={() => dialog.current!.showModal()}
      >
        ?
      </button>
      <dialog ref={dialog} aria-labelledby="help-title">
        <Title level={2} id="help-title">
          {t("help.title")}
        </Title>
        <p>{t("help.first")}</p>
        <p>{t("help.second")}</p>
        <p>{t("help.third")}</p>
        <p className="help-links">
          <button type="button" className="quiet" onClick={() => leave(tour)}>
            {t("drawer.tour.start")}
          </button>
          {HELP_PARTS.map((part) => (
            <button
              key={part}
              type="button"
              className="quiet"
              onClick={() => leave(() => send({ type: "VIEW_CHANGED", change: { part } }))}
            >
              {t(`drawer.parts.${part}`)}
            </button>
          ))}
        </p>
        <Title>{t("help.keys")}</Title>
        <dl className="keys">
          <dt>
            <kbd>{t("help.space")}</kbd>
          </dt>
          <dd>{t("help.playKey")}</dd>
          <dt>
            <kbd>←</kbd> <kbd>→</kbd>
          </dt>
          <dd>{t("help.arrowsKey")}</dd>
          <dt>
            <kbd>Home</kbd> <kbd>End</kbd>
          </dt>
          <dd>{t("help.endsKey")}</dd>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t("help.escapeKey")}</dd>
          <dt>
            <kbd>Ctrl+Z</kbd> <kbd>Ctrl+Shift+Z</kbd>
          </dt>
          <dd>{t("plans.undoKeys")}</dd>
        </dl>
        <form method="dialog">
          <button type="submit">{t("help.close")}</button>
        </form>
      </dialog>
    </>
  );
}
