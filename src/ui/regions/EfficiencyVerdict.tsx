import { useTranslation } from "react-i18next";
import { OpenPart } from "#ui/OpenPart.tsx";
import { useReading } from "#ui/useReading.ts";
import { MODELS, TOO_LIKELY, useNoInefficiency } from "./useNoInefficiency.ts";

/** The panel stands beside everything: it asks when the reader has come to rest, not while years play or a slider moves. */
const REST_MS = 1500;

/** Which of the year's estimates cannot be told from no inefficiency; nothing while that is not known. */
export function EfficiencyVerdict() {
  const { t } = useTranslation();
  const { estimates } = useReading().now!;
  const analysis = useNoInefficiency(REST_MS);
  if (analysis.status !== "done") return null;
  const open = MODELS.filter((model, m) => {
    const chance = analysis.answer[m];
    const status = estimates.find((one) => one.model === model)?.status;
    return chance !== null && chance > TOO_LIKELY && (status === "converged" || status === "gammaAtOne");
  });
  if (open.length === 0) return null;
  return (
    <p className="guidance">
      {t("region.notDistinguishable", { models: open.join(", ") })} <OpenPart part="efficiency" />
    </p>
  );
}
