import { useTranslation } from "react-i18next";
import { NARROW, useScreenMedia } from "#ui/useMedia.ts";

/** A long table below its finding: on a narrow page it is opened on demand. */
export function NarrowFold({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  const isNarrow = useScreenMedia(NARROW);
  if (!isNarrow) return children;
  return (
    <details>
      <summary>{t("chart.table")}</summary>
      {children}
    </details>
  );
}
