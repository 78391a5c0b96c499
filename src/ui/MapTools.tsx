import type { RefObject } from "react";
import type { MapHandle } from "#scene/RegionScene.tsx";
import { useTranslation } from "react-i18next";
import { Choice } from "./Choice.tsx";
import { useSend } from "./useSession.tsx";

type MapToolsProps = {
  readonly flat: boolean;
  readonly can3d: boolean;
  readonly camera: RefObject<MapHandle | null>;
};

/** 3D or flat, and buttons for what a pointer does to the camera by dragging. */
export function MapTools({ flat, can3d, camera }: MapToolsProps) {
  const { t } = useTranslation();
  const send = useSend();
  if (!can3d) return <p className="map-tools guidance">{t("map.no3d")}</p>;
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
        <>
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
            onClick={() => camera.current?.reset()}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M2.5 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10" />
            </svg>
          </button>
        </>
      )}
    </div>
  );
}
