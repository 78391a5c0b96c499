import type { Provenance } from "./downloads/provenance.ts";
import { useSteps } from "#scene/useSteps.ts";
import { type DragEvent, useCallback, useEffect, useState } from "react";
import { Answer } from "./Answer.tsx";
import { Drawer } from "./Drawer.tsx";
import { Header } from "./Header.tsx";
import { changeLanguage, shownLanguage } from "./i18n.ts";
import { MapStage } from "./map/MapStage.tsx";
import { NarrowParts } from "./NarrowParts.tsx";
import { OfflineNote } from "./OfflineNote.tsx";
import { PlanPanel } from "./plans/PlanPanel.tsx";
import { useEditKeys } from "./plans/useEditKeys.ts";
import { Opened } from "./Opened.tsx";
import { OpenReport } from "./report/OpenReport.tsx";
import { RegionPanel } from "./regions/RegionPanel.tsx";
import { Notices } from "./saving/Notices.tsx";
import { type RefusedFile, readPlanFile, RefusedFileNote } from "./saving/PlanFile.tsx";
import { NARROW, useScreenMedia } from "./useMedia.ts";
import { useLanguage, useSend, useSession, useSessionActor } from "./useSession.tsx";
import { useTheme } from "./useTheme.ts";
import { useYearKeys } from "./useYearKeys.ts";
import { YearBar } from "./YearBar.tsx";
import { useWords } from "./useWords.tsx";

export function App() {
  const t = useWords();
  const session = useSessionActor();
  const { send } = session;
  const wide = !useScreenMedia(NARROW);
  const study = useSession((context) => context.study);
  const step = useSteps(study ? 3 : 0); // the answer and the map first, then what stands around them: each a task of its own
  const [aiming, setAiming] = useState<number | null>(null);
  const [refusedFile, setRefusedFile] = useState<RefusedFile | null>(null);
  const [report, setReport] = useState<Provenance | null>(null);
  const closeReport = useCallback(() => setReport(null), []);
  const [dropping, setDropping] = useState(false);
  useDocument();
  useYearKeys();
  useEditKeys();

  const openPlanFile = async (file: File, ...others: File[]) => {
    if (!study) return;
    if (others.length > 0) send({ type: "NOTICE_RAISED", notice: { kind: "oneFile", file: file.name } });
    else send({ type: "NOTICE_CLOSED", kind: "oneFile" });
    const read = await readPlanFile(
      file,
      study.data.regions.map(({ id }) => id),
    );
    setAiming(null);
    if ("problems" in read) {
      setRefusedFile(read);
      send({ type: "NOTICE_CLOSED", kind: "fileOpened" });
    } else {
      setRefusedFile(null);
      send({ type: "PLAN_OPENED", plan: read });
      const { active } = session.getSnapshot().context;
      send({ type: "NOTICE_RAISED", notice: { kind: "fileOpened", file: file.name, key: active, plan: read } });
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
        const [file, ...others] = event.dataTransfer.files;
        if (file) openPlanFile(file, ...others);
      }}
    >
      <Opened place="top">
        <Header wide={wide} onPlanFile={openPlanFile} onReport={setReport} />
      </Opened>
      <main className="centre">
        {refusedFile && <RefusedFileNote refused={refusedFile} onClose={() => setRefusedFile(null)} />}
        <Notices />
        <OfflineNote />
        <Opened>
          <Answer />
        </Opened>
        <Opened place="stage">
          <MapStage aiming={aiming} />
        </Opened>
        <Opened>
          <YearBar />
        </Opened>
      </main>
      {study &&
        (wide ? (
          <>
            <Opened place="panel plan-panel">{step > 0 && <PlanPanel aiming={aiming} onAim={setAiming} />}</Opened>
            <Opened place="panel region-panel">{step > 1 && <RegionPanel />}</Opened>
            {step > 2 && <Drawer />}
          </>
        ) : (
          <Opened>
            {step > 0 && (
              <NarrowParts aiming={aiming} onAim={setAiming} onPlanFile={openPlanFile} onReport={setReport} />
            )}
          </Opened>
        ))}
      <Opened place="notice">{report && <OpenReport provenance={report} onClose={closeReport} />}</Opened>
      {dropping && <p className="drop-note">{t("header.dropFile")}</p>}
    </div>
  );
}

/** Language, title and colours belong to the document. */
function useDocument() {
  const t = useWords();
  const send = useSend();
  const language = useLanguage();
  const theme = useTheme();
  useEffect(() => {
    document.documentElement.lang = language;
    changeLanguage(language).catch(() => {
      send({ type: "VIEW_CHANGED", change: { language: shownLanguage() } });
      send({ type: "NOTICE_RAISED", notice: { kind: "languageMissing" } });
    });
  }, [language, send]);
  const title = t("product.title");
  useEffect(() => {
    document.title = title;
    document.documentElement.dataset.theme = theme;
  }, [title, theme]);
}

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer.types.includes("Files");
}
