import { LAST_YEAR, START_YEAR } from "#domain/scenario.ts";
import { type DragEvent, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { AboutRun } from "./AboutRun.tsx";
import { Answer } from "./Answer.tsx";
import { Drawer, ReplicationPage } from "./Drawer.tsx";
import { EstimatesTable } from "./EstimatesTable.tsx";
import { Header, ThemeMenu } from "./Header.tsx";
import { changeLanguage } from "./i18n.ts";
import { MapStage } from "./MapStage.tsx";
import { MoneyTable } from "./MoneyTable.tsx";
import { NationalCharts } from "./NationalCharts.tsx";
import { PlanFileButtons } from "./PlanFileButtons.tsx";
import { PlanPanel } from "./PlanPanel.tsx";
import { type RefusedFile, readPlanFile, RefusedFileNote } from "./PlanFile.tsx";
import { RegionPanel } from "./RegionPanel.tsx";
import { RegionsTable } from "./RegionsTable.tsx";
import { Tabs } from "./Tabs.tsx";
import { useLanguage, useSend, useSession } from "./useSession.tsx";
import { useMedia } from "./useMedia.ts";
import { useTheme } from "./useTheme.ts";
import { YearBar } from "./YearBar.tsx";

const WIDE = "(min-width: 1080px)";

export function App() {
  const { t } = useTranslation();
  const send = useSend();
  const wide = useMedia(WIDE);
  const study = useSession((context) => context.study);
  const [aiming, setAiming] = useState<number | null>(null);
  const [refusedFile, setRefusedFile] = useState<RefusedFile | null>(null);
  const [dropping, setDropping] = useState(false);
  useDocument();
  useYearKeys();

  const openPlanFile = async (file: File) => {
    if (!study) return;
    const read = await readPlanFile(
      file,
      study.data.regions.map(({ id }) => id),
    );
    setAiming(null);
    if ("problems" in read) setRefusedFile(read);
    else {
      setRefusedFile(null);
      send({ type: "PLAN_OPENED", plan: read });
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped anywhere; the button in the header does the same
    <div
      className="page"
      data-layout={wide ? "wide" : "narrow"}
      onDragOver={(event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setDropping(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        const file = event.dataTransfer.files[0];
        if (file) openPlanFile(file);
      }}
    >
      <Header wide={wide} onPlanFile={openPlanFile} />
      <main className="centre">
        {refusedFile && <RefusedFileNote refused={refusedFile} onClose={() => setRefusedFile(null)} />}
        <Answer />
        <MapStage aiming={aiming} />
        <YearBar />
      </main>
      {study &&
        (wide ? (
          <>
            <PlanPanel aiming={aiming} onAim={setAiming} />
            <RegionPanel />
            <Drawer />
          </>
        ) : (
          <NarrowParts aiming={aiming} onAim={setAiming} onPlanFile={openPlanFile} />
        ))}
      {dropping && <p className="drop-note">{t("header.dropFile")}</p>}
    </div>
  );
}

const PARTS = ["plan", "regions", "charts", "about"] as const;

type NarrowPartsProps = {
  readonly aiming: number | null;
  readonly onAim: (measure: number | null) => void;
  readonly onPlanFile: (file: File) => void;
};

/** On a phone the parts beside the map come one at a time. */
function NarrowParts({ aiming, onAim, onPlanFile }: NarrowPartsProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState<(typeof PARTS)[number]>("plan");
  return (
    <section className="narrow-parts" aria-label={t("tabs.label")}>
      <Tabs
        name={t("tabs.label")}
        panelId="narrow-part"
        tabs={PARTS.map((value) => ({ value, text: t(`tabs.${value}`) }))}
        value={part}
        onChoose={setPart}
      />
      <div id="narrow-part" role="tabpanel" aria-label={t(`tabs.${part}`)}>
        {part === "plan" && (
          <>
            <PlanPanel aiming={aiming} onAim={onAim} />
            <PlanFileButtons onPlanFile={onPlanFile} />
          </>
        )}
        {part === "regions" && (
          <>
            <RegionPanel />
            <RegionsTable />
          </>
        )}
        {part === "charts" && (
          <>
            <h2 className="hidden">{t("tabs.charts")}</h2>
            <NationalCharts />
            <EstimatesTable />
            <MoneyTable />
          </>
        )}
        {part === "about" && (
          <>
            <h2 className="hidden">{t("tabs.about")}</h2>
            <AboutRun />
            <ThemeMenu />
            <PublishedResults />
          </>
        )}
      </div>
    </section>
  );
}

/** The recomputation takes seconds of a processor, so a phone makes it only when asked. */
function PublishedResults() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t("drawer.published")}</summary>
      <Suspense>{isOpen && <ReplicationPage />}</Suspense>
    </details>
  );
}

/** Language, title and colours belong to the document. */
function useDocument() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  useEffect(() => {
    changeLanguage(language);
    document.documentElement.lang = language;
  }, [language]);
  const title = t("product.title");
  useEffect(() => {
    document.title = title;
    document.documentElement.dataset.theme = theme;
  }, [title, theme]);
}

/** Space plays, arrows step, Home and End jump, Escape shows the whole country, unless a control wants the key itself. */
function useYearKeys() {
  const send = useSend();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (
        target.closest(
          "input, select, textarea, button, summary, dialog, [role=tab], [role=tabpanel], .table-scroll, [data-keys=own]",
        )
      )
        return;
      const sent = eventOfKey(event.key);
      if (!sent) return;
      event.preventDefault();
      send(sent);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [send]);
}

function eventOfKey(key: string) {
  switch (key) {
    case " ":
      return { type: "PLAY_TOGGLED" } as const;
    case "ArrowLeft":
      return { type: "YEAR_STEPPED", by: -1 } as const;
    case "ArrowRight":
      return { type: "YEAR_STEPPED", by: 1 } as const;
    case "Home":
      return { type: "VIEW_CHANGED", change: { year: START_YEAR } } as const;
    case "End":
      return { type: "VIEW_CHANGED", change: { year: LAST_YEAR } } as const;
    case "Escape":
      return { type: "VIEW_CHANGED", change: { region: null } } as const;
    default:
      return null;
  }
}

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer.types.includes("Files");
}
