import type { InputProblem } from "#domain/inputProblem.ts";
import type { RegionChoice, RegionRule } from "#domain/scenario.ts";
import { REGION_RULES } from "#domain/scenario.ts";
import { useState } from "react";
import { ProblemNote } from "./ProblemNote.tsx";
import { useOrderedRegions } from "./useOrderedRegions.ts";
import { useLanguage, useStudy } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

type RegionChooserProps = {
  readonly regions: RegionChoice;
  /** Whether a click on the map now adds or removes a region. */
  readonly choosingOnMap: boolean;
  /** None where regions are chosen from the list alone. */
  readonly onChooseOnMap?: (on: boolean) => void;
  readonly onEdit: (regions: RegionChoice) => readonly InputProblem[];
};

const LISTED = "listed";

export function RegionChooser({ regions, choosingOnMap, onChooseOnMap, onEdit }: RegionChooserProps) {
  const t = useWords();
  const language = useLanguage();
  const regionIds = useStudy().data.regions.map(({ id }) => id);
  const ordered = useOrderedRegions("shortName");
  const [problems, setProblems] = useState<readonly InputProblem[]>([]);
  const edit = (choice: RegionChoice) => setProblems(onEdit(choice));
  const [wanted, setWanted] = useState("");
  /** The list whose ticks were all taken off: it holds until another region is ticked. */
  const [cleared, setCleared] = useState<RegionChoice | null>(null);
  const listed = isListed(regions);
  const ticked = listed && cleared !== regions ? regions : [];
  const found = ordered.filter(({ name, shortName }) =>
    [...Object.values(name), ...Object.values(shortName)].some((text) =>
      text.toLocaleLowerCase(language).includes(wanted.trim().toLocaleLowerCase(language)),
    ),
  );

  const chooseKind = (kind: string) => {
    if (kind !== LISTED) onChooseOnMap?.(false);
    if (kind === "all") edit("all");
    else if (kind === LISTED) edit(regionIds);
    else edit({ rule: kind as RegionRule });
  };

  return (
    <div className="region-chooser">
      <label className="field">
        <span className="field-name">{t("plan.regions")}</span>
        <select value={kindOf(regions)} onChange={(event) => chooseKind(event.target.value)}>
          <option value="all">{t("plan.allRegions")}</option>
          {REGION_RULES.map((rule) => (
            <option key={rule} value={rule}>
              {t(`plan.rules.${rule}`)}
            </option>
          ))}
          <option value={LISTED}>{t("plan.chosenRegions")}</option>
        </select>
      </label>
      {listed && (
        <fieldset className="region-list">
          <legend className="hidden">{t("plan.chosenRegions")}</legend>
          {onChooseOnMap && (
            <button
              type="button"
              className="quiet"
              aria-pressed={choosingOnMap}
              onClick={() => onChooseOnMap(!choosingOnMap)}
            >
              {choosingOnMap ? t("plan.choosingOnMap") : t("plan.chooseOnMap")}
            </button>
          )}
          {ticked.length > 0 && (
            <button type="button" className="quiet" onClick={() => setCleared(regions)}>
              {t("plan.untickAll")}
            </button>
          )}
          <input
            type="search"
            placeholder={t("plans.findRegion")}
            aria-label={t("plans.findRegion")}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          {found.map(({ id, text }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={ticked.includes(id)}
                onChange={() => {
                  const left = withRegion(ticked, id);
                  if (left.length === 0) setCleared(regions);
                  else {
                    setCleared(null);
                    edit(left);
                  }
                }}
              />
              {text}
            </label>
          ))}
          {ticked.length === 0 && <p role="status">{t("plan.tickOne")}</p>}
        </fieldset>
      )}
      {problems.length > 0 && <ProblemNote problems={problems} />}
    </div>
  );
}

export function isListed(regions: RegionChoice): regions is readonly string[] {
  return Array.isArray(regions);
}

/** The list with the region added where it was missing, or without it. */
export function withRegion(regions: readonly string[], id: string): readonly string[] {
  return regions.includes(id) ? regions.filter((other) => other !== id) : [...regions, id];
}

function kindOf(regions: RegionChoice): string {
  if (regions === "all") return "all";
  return isListed(regions) ? LISTED : (regions as { rule: RegionRule }).rule;
}
