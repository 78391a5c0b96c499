import type { ActorKind, MapTheme } from "#scene/mapProps.ts";
import type { Beside } from "./MapStage.tsx";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { STAGE_COLOURS } from "#scene/colourScales.ts";
import { ACTOR_PATHS } from "#scene/FlatMarks.tsx";
import { LINK_KINDS } from "#scene/mapLinks.ts";
import { ACTOR_KINDS } from "#scene/mapProps.ts";
import { LINK_CHOICES } from "#session/view.ts";
import { SelectField } from "#ui/SelectField.tsx";
import { useLanguage, useSend, useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

export type MapLayersState = {
  readonly kinds: ReadonlySet<ActorKind>;
  readonly withFrontier: boolean;
  readonly withNews: boolean;
};

type MapLayersProps = {
  readonly layers: MapLayersState;
  readonly onChange: (layers: MapLayersState) => void;
  /** Which run stands beside that of the active plan; null: none. */
  readonly beside: Beside | null;
  readonly onBeside: (beside: Beside | null) => void;
  /** Kinds of actors that this run has. */
  readonly present: ReadonlySet<ActorKind>;
  readonly flat: boolean;
  readonly theme: MapTheme;
};

/** What stands on the map besides regions: links, actors, the frontier; it is the legend of their shapes and colours too. */
export function MapLayers({ layers, onChange, beside, onBeside, present, flat, theme }: MapLayersProps) {
  const t = useWords();
  const send = useSend();
  const links = useSession((context) => context.view.links);
  const plans = useSession((context) => context.plans);
  const active = useSession((context) => context.active);
  const language = useLanguage();
  const toggle = (kind: ActorKind, on: boolean) => {
    const kinds = new Set(layers.kinds);
    if (on) kinds.add(kind);
    else kinds.delete(kind);
    onChange({ ...layers, kinds });
  };
  const besides = plans
    .filter(({ key }) => key !== active)
    .map(({ key, plan }) => [key, `${key}: ${plan.name[language]}`] as const);
  return (
    <details className="map-layers">
      <summary>{t("scene.layers")}</summary>
      <div className="map-layers-body">
        <SelectField
          name={t("scene.beside")}
          options={[["", t("scene.oneMap")], ["noPlan", t("chart.noPlan")], ...besides]}
          value={beside ?? ""}
          onChoose={(chosen) => onBeside(chosen || null)}
        />
        <SelectField
          name={t("scene.links")}
          options={LINK_CHOICES.map((choice) => [choice, t(`scene.linkChoices.${choice}`)])}
          value={links}
          onChoose={(chosen) => send({ type: "VIEW_CHANGED", change: { links: chosen } })}
        />
        <ul className="link-kinds">
          {LINK_KINDS.map((kind) => (
            <li key={kind}>
              <svg viewBox="0 0 24 10" aria-hidden="true" data-kind={kind}>
                <path d="M1 9Q12 -5 23 9" />
              </svg>
              {t(`scene.linkKinds.${kind}`)}
            </li>
          ))}
        </ul>
        <label className="check">
          <input
            type="checkbox"
            checked={layers.withNews}
            onChange={(event) => onChange({ ...layers, withNews: event.target.checked })}
          />
          {t("scene.newsOnMap")}
        </label>
        {layers.withNews && <p className="guidance">{t("scene.newsHint")}</p>}
        <fieldset>
          <legend className="field-name">{t("scene.actors")}</legend>
          {ACTOR_KINDS.filter((kind) => present.has(kind)).map((kind) => (
            <label key={kind} className="check">
              <input
                type="checkbox"
                checked={layers.kinds.has(kind)}
                onChange={(event) => toggle(kind, event.target.checked)}
              />
              <svg className="mark-shape" viewBox="-1.1 -1.1 2.2 2.2" aria-hidden="true" data-kind={kind}>
                <path d={ACTOR_PATHS[kind]} fillRule="evenodd" />
              </svg>
              {t(`scene.kinds.${kind}`)}
            </label>
          ))}
          <p className="guidance">{t("scene.hollow")}</p>
        </fieldset>
        <section aria-label={t("scene.firms")}>
          <p className="field-name">{t("scene.firms")}</p>
          <ul className="stage-dots">
            {ADOPTION_STAGES.map((stage) => (
              <li key={stage}>
                <span
                  className="actor-dot"
                  data-cross={stage === "abandoned"}
                  style={
                    stage === "abandoned"
                      ? { color: STAGE_COLOURS[theme][stage] }
                      : { background: STAGE_COLOURS[theme][stage] }
                  }
                />
                {t(`stages.${stage}`)}
              </li>
            ))}
          </ul>
          <p className="guidance">{t("map.dots")}</p>
          {!flat && <p className="guidance">{t("scene.ring")}</p>}
        </section>
        <label className="check">
          <input
            type="checkbox"
            checked={layers.withFrontier}
            onChange={(event) => {
              onChange({ ...layers, withFrontier: event.target.checked });
              // The distance is one of digital output, so that is what the relief then shows.
              if (event.target.checked) send({ type: "VIEW_CHANGED", change: { height: "digital_output" } });
            }}
          />
          {t("scene.frontier")}
        </label>
        {layers.withFrontier && <p className="guidance">{t(flat ? "scene.frontierFlat" : "scene.frontierHint")}</p>}
      </div>
    </details>
  );
}
