import type { ReactNode } from "react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { AboutRun } from "./AboutRun.tsx";
import { BacktestPage, ReplicationPage } from "./Drawer.tsx";
import { EstimatesTable } from "./EstimatesTable.tsx";
import { ThemeMenu } from "./Header.tsx";
import { MoneyTable } from "./MoneyTable.tsx";
import { NationalCharts } from "./NationalCharts.tsx";
import { PlanFileButtons } from "./PlanFileButtons.tsx";
import { PlanPanel } from "./PlanPanel.tsx";
import { RegionPanel } from "./RegionPanel.tsx";
import { RegionsTable } from "./RegionsTable.tsx";
import { Tabs } from "./Tabs.tsx";

const PARTS = ["plan", "regions", "charts", "about"] as const;

type NarrowPartsProps = {
  readonly aiming: number | null;
  readonly onAim: (measure: number | null) => void;
  readonly onPlanFile: (file: File) => void;
};

/** On a phone the parts beside the map come one at a time. */
export function NarrowParts({ aiming, onAim, onPlanFile }: NarrowPartsProps) {
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
            <OnRequest name={t("drawer.published")}>
              <ReplicationPage />
            </OnRequest>
            <OnRequest name={t("drawer.backtest")}>
              <BacktestPage />
            </OnRequest>
          </>
        )}
      </div>
    </section>
  );
}

/** A recomputation takes seconds of a processor, so a phone makes it only when asked. */
function OnRequest({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      <Suspense>{isOpen && children}</Suspense>
    </details>
  );
}
