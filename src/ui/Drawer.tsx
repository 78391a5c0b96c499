import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { AboutRun } from "./AboutRun.tsx";
import { EstimatesTable } from "./EstimatesTable.tsx";
import { MoneyTable } from "./MoneyTable.tsx";
import { NationalCharts } from "./NationalCharts.tsx";
import { RegionsTable } from "./RegionsTable.tsx";
import { Tabs } from "./Tabs.tsx";

export const ReplicationPage = lazy(async () => ({ default: (await import("./ReplicationPage.tsx")).ReplicationPage }));
export const BacktestPage = lazy(async () => ({ default: (await import("./BacktestPage.tsx")).BacktestPage }));

const PARTS = {
  charts: NationalCharts,
  regions: RegionsTable,
  estimates: EstimatesTable,
  money: MoneyTable,
  about: AboutRun,
  published: ReplicationPage,
  backtest: BacktestPage,
};
const PART_NAMES = ["charts", "regions", "estimates", "money", "about", "published", "backtest"] as const;

export type DrawerSize = "folded" | "third" | "whole";

/** Below this height the map needs the room more. */
const ROOM_FOR_CHARTS = "(min-height: 840px)";

/** Charts and tables below the map; opens to a third or to the whole page. */
export function Drawer() {
  const { t } = useTranslation();
  const [size, setSize] = useState<DrawerSize>(() => (matchMedia(ROOM_FOR_CHARTS).matches ? "third" : "folded"));
  const [part, setPart] = useState<(typeof PART_NAMES)[number]>("charts");
  const Part = PARTS[part];
  return (
    <section className="drawer" data-size={size} aria-label={t("drawer.label")}>
      <div className="drawer-head">
        <Tabs
          name={t("drawer.label")}
          panelId="drawer-part"
          tabs={PART_NAMES.map((value) => ({ value, text: t(`drawer.${value}`) }))}
          value={part}
          onChoose={(chosen) => {
            setPart(chosen);
            if (chosen === "published" || chosen === "backtest") setSize("whole");
            else if (size === "folded") setSize("third");
          }}
        />
        <button type="button" className="quiet" onClick={() => setSize(size === "whole" ? "third" : "whole")}>
          {t(size === "whole" ? "drawer.smaller" : "drawer.larger")}
        </button>
        <button
          type="button"
          className="quiet"
          aria-expanded={size !== "folded"}
          onClick={() => setSize(size === "folded" ? "third" : "folded")}
        >
          {t(size === "folded" ? "drawer.unfold" : "drawer.fold")}
        </button>
      </div>
      {size !== "folded" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a tab panel scrolls, and keyboards can only scroll what they can reach
        <div className="drawer-part" id="drawer-part" role="tabpanel" tabIndex={0} aria-label={t(`drawer.${part}`)}>
          <Suspense>
            <Part />
          </Suspense>
        </div>
      )}
    </section>
  );
}
