import { useChartWords } from "#ui/charts/useChartWords.ts";
import { FaultReason } from "#ui/FaultReason.tsx";
import { fill } from "#ui/fill.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { MODELS, REPLICATES, TOO_LIKELY, useNoInefficiency } from "./useNoInefficiency.ts";

/** Whether this year's 20 regions show any inefficiency at all, by both re-estimated models. */
export function NoInefficiency() {
  const t = useWords();
  const words = useChartWords().efficiency;
  const { number, percent } = useFormats();
  const { estimates, year } = useReading().now!;
  const analysis = useNoInefficiency();
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
              <strong>{model}</strong>, {year}. {t(`frontier.${estimate.status}`)}. {verdict}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
