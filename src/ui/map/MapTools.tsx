import type { RefObject } from "react";
import type { MapHandle } from "#scene/RegionScene.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useSend } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** Whether the device can draw in 3D: it can, it never could, or it lost its graphics on the way. */
export type Graphics = "there" | "missing" | "lost";

type MapToolsProps = {
  readonly flat: boolean;
  readonly graphics: Graphics;
  readonly onRestart: () => void;
  readonly camera: RefObject<MapHandle | null>;
  readonly region: number | null;
  /** Whether something is selected whose links the camera can move to. */
  readonly hasSelection: boolean;
};

/** 3D or flat, and buttons for what a pointer does to the camera by dragging. */
export function MapTools({ flat, graphics, onRestart, camera, region, hasSelection }: MapToolsProps) {
  const t = useWords();
  const send = useSend();
  if (graphics === "missing") return <p className="map-tools guidance">{t("map.no3d")}</p>;
  if (graphics === "lost")
    return (
      <div className="map-tools" role="status">
        <p className="guidance">{t("scene.lost")}</p>
        <button type="button" onClick={onRestart}>
          {t("scene.again")}
        </button>
      </div>
    );
  return (
    <div className="map-tools" data-mode={flat ? "2d" : "3d"}>
      <Choice
        name={t("header.map")}
        options={[
          { value: "3d", text: "3D" },
          { value: "2d", text: "2D" },
        ]}
        value={flat ? "2d" : "3d"}
        onChoose={(map) => send({ type: "VIEW_CHANGED", change: { map } })}
      />
      {!flat && (
        <div className="map-zoom">
          <button type="button" className="icon" aria-label={t("map.zoomIn")} onClick={() => camera.current?.zoomIn()}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M8 3v10M3 8h10" />
            </svg>
          </button>
          <button
            type="button"
            className="icon"
            aria-label={t("map.zoomOut")}
            onClick={() => camera.current?.zoomOut()}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 8h10" />
            </svg>
          </button>
          <button
            type="button"
            className="icon"
            aria-label={t("map.wholeCountry")}
            title={t("map.wholeCountry")}
            onClick={() => camera.current?.reset()}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M2.5 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10" />
            </svg>
          </button>
          {region !== null && (
            <button
              type="button"
              className="icon"
              aria-label={t("scene.closeRegion")}
              title={t("scene.closeRegion")}
              onClick={() => camera.current?.showRegion(region)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M7 2.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9M10.500 10.500L14 14M7 5v4M5 7h4" />
              </svg>
            </button>
          )}
          {hasSelection && (
            <button
              type="button"
              className="icon"
              aria-label={t("scene.closeLinks")}
              title={t("scene.closeLinks")}
              onClick={() => camera.current?.showLinks()}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M3 12Q8 0 13 12M3 12Q6 6 9 12M2 12h2M12 12h2M8 12h2" />
              </svg>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
