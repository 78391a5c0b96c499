import { useWords } from "#ui/useWords.tsx";

/** Stands in for the map until there is something to draw. */
export function MapWaits() {
  const t = useWords();
  return <p className="map-wait">{t("map.loading")}</p>;
}
