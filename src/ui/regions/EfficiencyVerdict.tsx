import { OpenPart } from "#ui/OpenPart.tsx";
import { useReading } from "#ui/useReading.ts";
import { useFuturesPhase } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { MODELS, TOO_LIKELY, useNoInefficiency } from "./useNoInefficiency.ts";

/** The panel stands beside everything: it asks when the reader has come to rest, not while years play or a slider moves. */
const REST_MS = 1500;

/**
 * Which of the year's estimates cannot be told from no inefficiency, computed when no futures are. Until then the line says
 * so: it keeps its room, since much stands below it.
 */
export function EfficiencyVerdict() {
  const t = useWords();
  const { estimates } = useReading().now!;
  const futures = useFuturesPhase();
  const analysis = useNoInefficiency(futures === "done" || futures === "stopped" ? REST_MS : null);
  const estimated = MODELS.filter((model) => {
    const status = estimates.find((one) => one.model === model)?.status;
    return status === "converged" || status === "gammaAtOne";
  });
  const chances = analysis.status === "done" ? analysis.answer : null;
  const open = estimated.filter((model) => chances && (chances[MODELS.indexOf(model)] ?? 0) > TOO_LIKELY);
  const verdict = !chances ? "testComing" : open.length > 0 ? "notDistinguishable" : "distinguishable";
  const models = (open.length > 0 ? open : estimated).join(", ");
  return (
    <p className="guidance verdict">
      {estimated.length > 0 && analysis.status !== "failed" && t(`region.${verdict}`, { models })}{" "}
      <OpenPart part="efficiency" />
    </p>
  );
}
