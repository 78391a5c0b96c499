import type { Scenario } from "#domain/scenario.ts";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "./saveFile.ts";
import { useSession } from "./useSession.tsx";

/** The file that `twin run` takes. */
export function savePlan(plan: Scenario): void {
  saveFile(`${plan.id}.json`, "application/json", `${JSON.stringify(plan, null, 2)}\n`);
}

/** Plans go in and out as JSON files, the same that the command line takes. */
export function PlanFileButtons({ onPlanFile }: { readonly onPlanFile: (file: File) => void }) {
  const { t } = useTranslation();
  const plan = useSession((context) => context.plan);
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="file-buttons">
      <button type="button" className="quiet" onClick={() => input.current!.click()}>
        {t("header.openFile")}
      </button>
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
      <button type="button" className="quiet" onClick={() => savePlan(plan)}>
        {t("header.saveFile")}
      </button>
    </span>
  );
}
