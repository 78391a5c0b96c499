import type { MapIndicatorId } from "#domain/indicators.ts";
import type { Names } from "#domain/language.ts";
import type { MapReading } from "./mapReading.ts";
import { indicatorById, MAP_INDICATORS, REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { useId } from "react";
import { useFormats, useLanguage, useSend, useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

type MapControlsProps = { readonly reading: MapReading; readonly flat: boolean };

/** What the map shows: indicators for height and colour, and their scales. */
export function MapControls({ reading, flat }: MapControlsProps) {
  const t = useWords();
  const formats = useFormats();
  const send = useSend();
  const { height, colour, colourAs } = useSession((context) => context.view);
  const colourIndicator = indicatorById(colour);
  const heightIndicator = indicatorById(height);
  const { low, high, stops } = reading.legend;
  const bound = (value: number) =>
    colourAs === "difference"
      ? formats.difference(colourIndicator, value)
      : formats.value(trimmed(colourIndicator, value), value);
  const unit = (id: MapIndicatorId) => {
    const indicator = indicatorById(id);
    return indicator.unit === "share" ? "" : t(`units.${indicator.unit}`);
  };

  return (
    <div className="map-controls">
      {!flat && (
        <IndicatorField
          name={t("map.height")}
          note={`0–${formats.value(trimmed(heightIndicator, reading.tallest), reading.tallest)} ${unit(height)}`}
          indicators={REGIONAL_INDICATORS}
          value={height}
          onChange={(id) => send({ type: "VIEW_CHANGED", change: { height: id } })}
        />
      )}
      <IndicatorField
        name={t("map.colour")}
        indicators={MAP_INDICATORS}
        value={colour}
        onChange={(id) => send({ type: "VIEW_CHANGED", change: { colour: id } })}
      />
      <div className="map-scale">
        <div className="legend">
          <span className="legend-bar" style={{ background: `linear-gradient(90deg, ${stops.join(", ")})` }} />
          <span className="legend-ends">
            <span>{bound(low)}</span>
            {colourAs === "difference" && <span>0</span>}
            <span>
              {bound(high)}{" "}
              {colourAs === "difference" && colourIndicator.unit === "share" ? t("units.points") : unit(colour)}
            </span>
          </span>
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={colourAs === "difference"}
            onChange={(event) =>
              send({ type: "VIEW_CHANGED", change: { colourAs: event.target.checked ? "difference" : "value" } })
            }
          />
          {t("map.difference")}
        </label>
      </div>
    </div>
  );
}

type IndicatorFieldProps<Id extends MapIndicatorId> = {
  readonly name: string;
  readonly note?: string;
  readonly indicators: readonly { readonly id: Id; readonly name: Names }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
};

function IndicatorField<Id extends MapIndicatorId>(props: IndicatorFieldProps<Id>) {
  const { name, note, indicators, value, onChange } = props;
  const language = useLanguage();
  const id = useId();
  const inWords = indicatorById(value).name[language];
  return (
    <div className="field">
      <label className="field-name" htmlFor={id}>
        {name} {note && <span className="scale-note">{note}</span>}
      </label>
      <select id={id} title={inWords} value={value} onChange={(event) => onChange(event.target.value as Id)}>
        {indicators.map((indicator) => (
          <option key={indicator.id} value={indicator.id}>
            {indicator.name[language]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Bounds of scales are round: no more digits than they need. */
function trimmed<Kind extends { readonly unit: string; readonly decimals: number }>(
  indicator: Kind,
  bound: number,
): Kind {
  const shown = indicator.unit === "share" ? 100 * bound : bound;
  const needed = (String(Number(shown.toPrecision(4))).split(".")[1] ?? "").length;
  return { ...indicator, decimals: Math.min(needed, indicator.decimals) };
}
