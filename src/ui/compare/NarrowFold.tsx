import { NARROW, useScreenMedia } from "#ui/useMedia.ts";
import { useWords } from "#ui/useWords.tsx";

/** A long table below its finding: on a narrow page it is opened on demand. */
export function NarrowFold({ children }: { readonly children: React.ReactNode }) {
  const t = useWords();
  const isNarrow = useScreenMedia(NARROW);
  if (!isNarrow) return children;
  return (
    <details>
      <summary>{t("chart.table")}</summary>
      {children}
    </details>
  );
}
