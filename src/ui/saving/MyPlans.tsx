import { useRef } from "react";
import { later } from "#ui/later.tsx";
import { Opened } from "#ui/Opened.tsx";
import { Popover } from "#ui/plans/Popover.tsx";
import { useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { savePlan } from "./savePlan.ts";
import "#ui/styles/saving.css";

const KeptPages = later(async () => (await import("./KeptPages.tsx")).KeptPages);

/** Plans kept in this browser, and plans as files. */
export function MyPlans({ onPlanFile }: { readonly onPlanFile: (file: File) => void }) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const isLoaded = useSession((session) => session.study !== null);
  return (
    <>
      <Popover name={t("saving.myPlans")} face={t("saving.myPlans")} width={400} disabled={!isLoaded}>
        {(closing) => (
          <div className="saving">
            <Opened>
              <KeptPages />
            </Opened>
            <span className="file-buttons">
              <button type="button" className="quiet" onClick={() => input.current!.click()} {...closing}>
                {t("header.openFile")}
              </button>
              <SaveFile />
            </span>
          </div>
        )}
      </Popover>
      <input
        ref={input}
        type="file"
        className="hidden"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden="true"
        data-testid="plan-file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onPlanFile(file);
          event.target.value = ""; // the same file may be chosen again after it was mended
        }}
      />
    </>
  );
}

function SaveFile() {
  const t = useWords();
  const plan = useSession((session) => session.plan);
  return (
    <button type="button" className="quiet" onClick={() => savePlan(plan)}>
      {t("header.saveFile")}
    </button>
  );
}
