import { useWords } from "./useWords.tsx";

/** Stands in for a view of the drawer until its program has come. */
export function ViewOpening() {
  const t = useWords();
  return <p role="status">{t("drawer.opening")}</p>;
}
