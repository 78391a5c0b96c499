import type { DrawerPart } from "#session/drawerParts.ts";
import type { Provenance } from "./downloads/provenance.ts";
import { DRAWER_GROUPS, groupOf } from "#session/drawerParts.ts";
import { useState } from "react";
import { DownloadMenu } from "./downloads/DownloadMenu.tsx";
import { PartView } from "./Drawer.tsx";
import { ThemeMenu } from "./Header.tsx";
import { PlanPanel } from "./plans/PlanPanel.tsx";
import { RegionPanel } from "./regions/RegionPanel.tsx";
import { MyPlans } from "./saving/MyPlans.tsx";
import { Share } from "./saving/Share.tsx";
import { Tabs } from "./Tabs.tsx";
import { useSend, useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

const TABS = ["plan", "region", "charts", "trust"] as const;

type NarrowPartsProps = {
  readonly aiming: number | null;
  readonly onAim: (measure: number | null) => void;
  readonly onPlanFile: (file: File) => void;
  readonly onReport: (provenance: Provenance) => void;
};

/** On a phone the parts beside the map come one at a time; the views of the drawer are in the last two tabs. */
export function NarrowParts({ aiming, onAim, onPlanFile, onReport }: NarrowPartsProps) {
  const t = useWords();
  const send = useSend();
  const part = useSession((context) => context.view.part);
  const [panel, setPanel] = useState<"plan" | "region">("plan");
  const open = (next: DrawerPart | null) => send({ type: "VIEW_CHANGED", change: { part: next } });
  const tab = part === null ? panel : isOfTrust(part) ? "trust" : "charts";
  return (
    <section className="narrow-parts" aria-label={t("tabs.label")}>
      <Tabs
        name={t("tabs.label")}
        panelId="narrow-part"
        tabs={TABS.map((value) => ({ value, text: t(`tabs.${value}`) }))}
        value={tab}
        onChoose={(chosen) => {
          if (chosen === "charts" || chosen === "trust") open(chosen);
          else {
            setPanel(chosen);
            open(null);
          }
        }}
      />
      <div id="narrow-part" role="tabpanel" aria-label={t(`tabs.${tab}`)}>
        {tab === "plan" && (
          <>
            <PlanPanel aiming={aiming} onAim={onAim} />
            <span className="file-buttons">
              <Share />
              <MyPlans onPlanFile={onPlanFile} />
            </span>
            <DownloadMenu onReport={onReport} />
          </>
        )}
        {tab === "region" && <RegionPanel />}
        {part !== null && (
          <>
            <PartMenu part={part} onOpen={open} />
            <PartView part={part} />
            {tab === "trust" && <ThemeMenu />}
          </>
        )}
      </div>
    </section>
  );
}

type PartMenuProps = { readonly part: DrawerPart; readonly onOpen: (part: DrawerPart) => void };

/** Which view the tab shows; those of the trust group have a tab of their own. */
function PartMenu({ part, onOpen }: PartMenuProps) {
  const t = useWords();
  const groups = DRAWER_GROUPS.filter(({ id }) => (id === "trust") === isOfTrust(part));
  return (
    <select
      className="part-menu"
      aria-label={t("drawer.label")}
      value={part}
      onChange={(event) => onOpen(event.target.value as DrawerPart)}
    >
      {groups.map(({ id, parts }) => (
        <optgroup key={id} label={t(`drawer.groups.${id}`)}>
          {parts.map((one) => (
            <option key={one} value={one}>
              {t(`drawer.parts.${one}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function isOfTrust(part: DrawerPart): boolean {
  return groupOf(part).id === "trust";
}
