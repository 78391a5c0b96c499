import type { RefObject } from "react";
import type { MapHandle } from "#scene/RegionScene.tsx";
import { Choice } from "#ui/Choice.tsx";
import { IconButton } from "#ui/IconButton.tsx";
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
          <IconButton icon="plus" name={t("map.zoomIn")} onClick={() => camera.current?.zoomIn()} />
          <IconButton icon="minus" name={t("map.zoomOut")} onClick={() => camera.current?.zoomOut()} />
          <IconButton
            icon="frame"
            name={t("map.wholeCountry")}
            title={t("map.wholeCountry")}
            onClick={() => camera.current?.reset()}
          />
          {region !== null && (
            <IconButton
              icon="magnifier"
              name={t("scene.closeRegion")}
              title={t("scene.closeRegion")}
              onClick={() => camera.current?.showRegion(region)}
            />
          )}
          {hasSelection && (
            <IconButton
              icon="links"
              name={t("scene.closeLinks")}
              title={t("scene.closeLinks")}
              onClick={() => camera.current?.showLinks()}
            />
          )}
        </div>
      )}
    </div>
  );
}
