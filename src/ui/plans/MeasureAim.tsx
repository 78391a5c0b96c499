import type { InputProblem } from "#domain/inputProblem.ts";
import type { Lever } from "#domain/levers.ts";
import type { Measure, RegionChoice, RegionRule } from "#domain/scenario.ts";
import type { MeasureChange } from "#session/planEdits.ts";
import { PAYERS } from "#domain/payers.ts";
import { FIRST_PLAN_YEAR, LAST_YEAR, MAXIMUM_BUDGET, MAXIMUM_RAMP } from "#domain/scenario.ts";
import { decimalsOf } from "#ui/formats.ts";
import { NumberField } from "#ui/NumberField.tsx";
import { isListed, RegionChooser } from "#ui/RegionChooser.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

type MeasureAimProps = {
  readonly measure: Measure;
  readonly lever: Lever;
  readonly choosingOnMap: boolean;
  readonly onChooseOnMap: (on: boolean) => void;
  readonly onChange: (change: MeasureChange) => readonly InputProblem[];
};

/** Where, when and for how much money a measure acts: one line, which opens to fields. */
export function MeasureAim({ measure, lever, choosingOnMap, onChooseOnMap, onChange }: MeasureAimProps) {
  const t = useWords();
  const language = useLanguage();
  return (
    <details className="measure-aim">
      <summary aria-label={t("plan.details", { measure: lever.name[language] })}>
        <AimSummary measure={measure} lever={lever} />
      </summary>
      <div className="aim-fields">
        {lever.reach === "national" ? (
          <p className="guidance">{t("plan.wholeCountry")}</p>
        ) : (
          <RegionChooser
            regions={measure.regions}
            choosingOnMap={choosingOnMap}
            onChooseOnMap={onChooseOnMap}
            onEdit={(regions: RegionChoice) => onChange({ regions })}
          />
        )}
        <NumberField
          name={t("plan.from")}
          value={measure.from}
          step={1}
          minimum={FIRST_PLAN_YEAR}
          maximum={LAST_YEAR}
          onEdit={(from) => onChange({ from })}
        />
        <NumberField
          name={t("plan.to")}
          value={measure.to}
          step={1}
          minimum={FIRST_PLAN_YEAR}
          maximum={LAST_YEAR}
          onEdit={(to) => onChange({ to })}
        />
        <NumberField
          name={t("plan.ramp")}
          value={measure.ramp}
          step={1}
          minimum={0}
          maximum={MAXIMUM_RAMP}
          onEdit={(ramp) => onChange({ ramp })}
        />
        {lever.costs && (
          <>
            <NumberField
              name={t("plan.budget")}
              placeholder={t("plan.noCap")}
              value={measure.budget}
              step={0.5}
              minimum={0}
              maximum={MAXIMUM_BUDGET}
              onEdit={(budget) => onChange({ budget })}
            />
            <label className="field payer">
              <span className="field-name">{t("plans.payer")}</span>
              <select
                value={measure.payer}
                onChange={(event) => onChange({ payer: event.target.value as Measure["payer"] })}
              >
                {PAYERS.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name[language]}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </div>
    </details>
  );
}

function AimSummary({ measure, lever }: { readonly measure: Measure; readonly lever: Lever }) {
  const t = useWords();
  const { number } = useFormats();
  const regions = useRegionsText()(lever.reach === "national" ? null : measure.regions);
  const budget =
    measure.budget === null
      ? null
      : t("units.billions", { number: number(measure.budget, decimalsOf(measure.budget)) });
  return (
    <>
      {regions} · {unbroken(`${measure.from}–${measure.to}`)}
      {lever.costs && ` · ${budget === null ? t("plan.noCap") : t("plan.capShort", { budget })}`}
    </>
  );
}

/** Regions in words: all, the rule, up to two names, or how many; null is the whole country. */
export function useRegionsText(): (regions: RegionChoice | null) => string {
  const t = useWords();
  const language = useLanguage();
  const { number } = useFormats();
  const { data } = useStudy();
  return (regions) => {
    if (regions === null) return t("plan.wholeCountry");
    if (regions === "all") return t("plan.allRegions");
    if (!isListed(regions)) return t(`plan.rules.${(regions as { rule: RegionRule }).rule}`);
    if (regions.length > 2)
      return t("counted.regionsChosen", { count: regions.length, number: number(regions.length) });
    return regions.map((id) => data.regions.find((region) => region.id === id)!.shortName[language]).join(", ");
  };
}
