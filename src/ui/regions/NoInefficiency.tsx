import type { FrontierModel } from "#domain/runResult.ts";
import { useTranslation } from "react-i18next";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { FaultReason } from "#ui/FaultReason.tsx";
import { fill } from "#ui/fill.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats } from "#ui/useSession.tsx";
import { useAnalysis } from "./useAnalysis.ts";

const MODELS: readonly FrontierModel[] = ["M1", "M2"];
const REPLICATES = 199;
/** Above this chance a list of efficiencies is no finding (Coelli 1995 warns of the mixed chi-square in small samples). */
const TOO_LIKELY = 0.1;

/** Whether this year's 20 regions show any inefficiency at all, by both re-estimated models. */
export function NoInefficiency() {
  const { t } = useTranslation();
  const words = useChartWords().efficiency;
  const { number, percent } = useFormats();
  const { now, run } = useReading();
  const { regional, estimates, year } = now!;
  const analysis = useAnalysis(`${run?.summary.receipt.outputDigest} ${year}`, (service) =>
    Promise.all(MODELS.map((model) => service.noInefficiencyChance(regional, model, REPLICATES))),
  );
  return (
    <div className="chart-note">
      <p>{words.warning}</p>
      {analysis.status === "failed" && (
        <p role="alert">
          <FaultReason message={analysis.message} />
        </p>
      )}
      <ul className="prose">
        {MODELS.map((model, m) => {
          const estimate = estimates.find((one) => one.model === model)!;
          const chance = analysis.status === "done" ? analysis.answer[m] : null;
          const verdict =
            chance === null
              ? ""
              : fill(chance > TOO_LIKELY ? words.notDistinguishable : words.distinguishable, {
                  p: percent(chance, 0),
                  replicates: number(REPLICATES),
                });
          return (
            <li key={model}>
              <strong>{model}</strong>, {year}: {t(`frontier.${estimate.status}`)}. {verdict}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
