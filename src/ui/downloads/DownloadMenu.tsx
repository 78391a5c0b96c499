import type { Provenance } from "./provenance.ts";
import { messageOf } from "#domain/messageOf.ts";
import { useCallback, useId, useRef, useState } from "react";
import { useComparedPlans } from "#ui/compare/useComparedPlans.ts";
import { later } from "#ui/later.tsx";
import { fetchReport } from "#ui/report/OpenReport.tsx";
import { useLanguage, useSession } from "#ui/useSession.tsx";
import { useProvenance } from "./useProvenance.ts";
import "#ui/styles/downloads.css";
import { FaultNote } from "#ui/FaultNote.tsx";
import { useWords } from "#ui/useWords.tsx";

const MapPicture = later(async () => (await import("./MapPicture.tsx")).MapPicture);

/** Everything that can be kept of a comparison: numbers, map, report. What makes a file is loaded when it is asked for. */
export function DownloadMenu({ onReport }: { readonly onReport: (provenance: Provenance) => void }) {
  const t = useWords();
  const language = useLanguage();
  const menuId = useId();
  const menu = useRef<HTMLElement>(null);
  const data = useSession((session) => session.study?.data ?? null);
  const plans = useComparedPlans();
  const provenance = useProvenance();
  const [map, setMap] = useState<Provenance | null>(null);
  const close = useCallback(() => setMap(null), []);
  const [failure, setFailure] = useState<string | null>(null);
  const isReady = data !== null && plans.length > 0;

  const attempt = (make: () => Promise<void>) => async () => {
    menu.current?.hidePopover();
    setFailure(null);
    try {
      await make();
    } catch (error) {
      setFailure(messageOf(error));
      menu.current?.showPopover();
    }
  };
  const save = (kind: "saveWorkbook" | "saveParquet") =>
    attempt(async () => {
      const [tables, { DOWNLOAD_WORDS }] = await Promise.all([import("./saveTables.ts"), import("./downloadWords.ts")]);
      const words = DOWNLOAD_WORDS[language];
      await tables[kind]({ plans, data: data!, provenance: provenance(), language, words });
    });
  const show = (fetchProgram: () => Promise<unknown>, open: (provenance: Provenance) => void) =>
    attempt(async () => {
      await fetchProgram();
      open(provenance());
    });

  return (
    <>
      <button type="button" className="quiet" popoverTarget={menuId}>
        {t("downloads.menu")}
      </button>
      <section id={menuId} ref={menu} popover="auto" className="download-menu" aria-label={t("downloads.menu")}>
        <MenuItem format="XLSX" text={t("downloads.workbook")} isReady={isReady} onChoose={save("saveWorkbook")} />
        <MenuItem format="Parquet" text={t("downloads.parquet")} isReady={isReady} onChoose={save("saveParquet")} />
        <MenuItem format="PNG" text={t("downloads.map")} isReady={isReady} onChoose={show(MapPicture.fetch, setMap)} />
        <MenuItem format="A4" text={t("downloads.report")} isReady={isReady} onChoose={show(fetchReport, onReport)} />
        {!isReady && <p className="guidance">{t("downloads.wait")}</p>}
        {failure !== null && <FaultNote what={t("downloads.failed")} message={failure} />}
      </section>
      {map && <MapPicture provenance={map} onDone={close} />}
    </>
  );
}

type MenuItemProps = {
  readonly format: string;
  readonly text: string;
  readonly isReady: boolean;
  readonly onChoose: () => void;
};

function MenuItem({ format, text, isReady, onChoose }: MenuItemProps) {
  return (
    <button type="button" className="menu-item" disabled={!isReady} onClick={onChoose}>
      <b>{format}</b>
      <span>{text}</span>
    </button>
  );
}
