import type { Shock } from "#domain/scenario.ts";
import { FIRST_PLAN_YEAR, LAST_YEAR, MAXIMUM_RAMP } from "#domain/scenario.ts";
import { SHOCKS, shockById, type ShockId } from "#domain/shocks.ts";
import { addShock, changeAssumptions, changeShock } from "#session/planEdits.ts";
import { fill } from "#ui/fill.ts";
import { IconButton } from "#ui/IconButton.tsx";
import { NumberField } from "#ui/NumberField.tsx";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { usePlanEdit } from "#ui/plans/usePlanEdit.ts";
import { RegionChooser } from "#ui/RegionChooser.tsx";
import { useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { useAssumptionsWords } from "./useAssumptionsWords.ts";

/** What happens and nobody decides, with its size, regions and years. */
export function ShockList() {
  const words = useAssumptionsWords();
  const language = useLanguage();
  const { plan, regionIds, keep } = usePlanEdit();
  return (
    <section>
      <Title level={4}>{words.shocks}</Title>
      <p className="guidance">{words.shocksHint}</p>
      {plan.shocks.length === 0 && <p>{words.none}</p>}
      <ul className="shocks">
        {plan.shocks.map((shock, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shock has no identity but its place in the plan
          <ShockRow key={`${index} ${shock.shock}`} shock={shock} index={index} />
        ))}
      </ul>
      <label className="field">
        <span className="field-name">{words.addShock}</span>
        <select value="" onChange={(event) => keep(addShock(plan, event.target.value as ShockId, regionIds))}>
          <option value="" disabled>
            {words.choose}
          </option>
          {SHOCKS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

function ShockRow({ shock, index }: { readonly shock: Shock; readonly index: number }) {
  const t = useWords();
  const words = useAssumptionsWords();
  const language = useLanguage();
  const { plan, regionIds, keep } = usePlanEdit();
  const kind = shockById(shock.shock);
  const name = kind.name[language];
  const change = (part: Parameters<typeof changeShock>[2]) => keep(changeShock(plan, index, part, regionIds));
  const inPercent = kind.unit === "share";
  const shown = (size: number) => (inPercent ? Number((100 * size).toFixed(6)) : size);
  return (
    <li data-testid={`shock-${shock.shock}`}>
      <div className="measure-head">
        <Title level={5}>{name}</Title>
        <IconButton
          icon="cross"
          name={fill(words.removeShock, { shock: name })}
          onClick={() =>
            keep(changeAssumptions(plan, { shocks: plan.shocks.filter((_, place) => place !== index) }, regionIds))
          }
        />
      </div>
      <p className="guidance">{unbroken(kind.guidance[language])}</p>
      <div className="aim-fields">
        <NumberField
          name={inPercent ? `${words.size}, %` : words.size}
          value={shown(shock.size)}
          minimum={shown(kind.minimum)}
          maximum={shown(kind.maximum)}
          step={shown(kind.step)}
          onEdit={(size) => change({ size: size === null ? null : inPercent ? Number((size / 100).toFixed(8)) : size })}
        />
        <NumberField
          name={t("plan.ramp")}
          value={shock.ramp}
          step={1}
          minimum={0}
          maximum={MAXIMUM_RAMP}
          onEdit={(ramp) => change({ ramp })}
        />
        <NumberField
          name={t("plan.from")}
          value={shock.from}
          step={1}
          minimum={FIRST_PLAN_YEAR}
          maximum={LAST_YEAR}
          onEdit={(from) => change({ from })}
        />
        <NumberField
          name={t("plan.to")}
          value={shock.to}
          step={1}
          minimum={FIRST_PLAN_YEAR}
          maximum={LAST_YEAR}
          onEdit={(to) => change({ to })}
        />
        {kind.reach === "each" && (
          <RegionChooser regions={shock.regions} choosingOnMap={false} onEdit={(regions) => change({ regions })} />
        )}
      </div>
    </li>
  );
}
