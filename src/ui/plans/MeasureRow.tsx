import type { ReactNode } from "react";
import type { InputProblem } from "#domain/inputProblem.ts";
import type { Lever } from "#domain/levers.ts";
import type { Measure } from "#domain/scenario.ts";
import type { MeasureChange } from "#session/planEdits.ts";
import { leverById } from "#domain/levers.ts";
import { decimalsOf } from "#ui/formats.ts";
import { IconButton } from "#ui/IconButton.tsx";
import { NumberField } from "#ui/NumberField.tsx";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { MeasureAim } from "./MeasureAim.tsx";
import { sizeMeant, sizeShown, withUnit } from "./measureSize.ts";

type MeasureRowProps = {
  readonly measure: Measure;
  /** Place in the plan, from 0. */
  readonly place: number;
  /** Size in the opened plan; for an added measure the size it started with. */
  readonly defaultSize: number;
  readonly choosingOnMap: boolean;
  readonly onChooseOnMap: (on: boolean) => void;
  readonly onChange: (change: MeasureChange) => readonly InputProblem[];
  readonly onRemove: () => void;
  /** What stands in the way of the measure. */
  readonly notes: ReactNode;
};

/** One measure: how much by slider or number, then where, when and for how much money. */
export function MeasureRow({
  measure,
  place,
  defaultSize,
  choosingOnMap,
  onChooseOnMap,
  onChange,
  onRemove,
  notes,
}: MeasureRowProps) {
  const t = useWords();
  const language = useLanguage();
  const formats = useFormats();
  const { number } = formats;
  const lever = leverById(measure.lever);
  const name = lever.name[language];
  const shown = (size: number) => sizeShown(lever, size);
  const decimals = decimalsOf(shown(lever.step));
  const inUnit = (size: number) => withUnit(lever, size, formats, t);
  const defaultText = inUnit(defaultSize);

  return (
    <li className="measure" data-testid={`measure-${measure.lever}`}>
      <div className="measure-head">
        <Title>
          <span className="measure-number">{number(place + 1)}</span> {name}
        </Title>
        <IconButton
          icon="reset"
          style={{ visibility: measure.size === defaultSize ? "hidden" : "visible" }}
          name={`${name}: ${t("plan.resetOne", { value: defaultText })}`}
          title={t("plan.resetOne", { value: defaultText })}
          onClick={() => onChange({ size: defaultSize })}
        />
        <IconButton icon="cross" name={t("plan.remove", { measure: name })} onClick={onRemove} />
      </div>
      <div className="measure-size">
        <span
          className="slider"
          style={{ "--mark": fractionOf(lever, defaultSize), "--fill": fractionOf(lever, measure.size) }}
        >
          <input
            type="range"
            aria-label={name}
            aria-valuetext={inUnit(measure.size)}
            min={lever.minimum}
            max={lever.maximum}
            step={lever.step}
            value={measure.size}
            onChange={(event) => onChange({ size: Number(event.target.value) })}
          />
          <span className="slider-mark" title={t("plan.defaultMark", { value: defaultText })} />
        </span>
        <NumberField
          name={t("plan.exact", { measure: name })}
          nameHidden
          value={shown(measure.size)}
          minimum={shown(lever.minimum)}
          maximum={shown(lever.maximum)}
          step={shown(lever.step)}
          onEdit={(value) => onChange({ size: value === null ? null : sizeMeant(lever, value) })}
        />
        <span className="slider-ends" aria-hidden="true">
          <span>{number(shown(lever.minimum), decimals)}</span>
          <span>{inUnit(lever.maximum)}</span>
        </span>
      </div>
      <p className="guidance">{unbroken(lever.guidance[language])}</p>
      {notes}
      <MeasureAim
        measure={measure}
        lever={lever}
        choosingOnMap={choosingOnMap}
        onChooseOnMap={onChooseOnMap}
        onChange={onChange}
      />
    </li>
  );
}

function fractionOf({ minimum, maximum }: Lever, size: number): number {
  return (size - minimum) / (maximum - minimum);
}
