import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { stageColour } from "#ui/themed.ts";
import { Title } from "#ui/Title.tsx";
import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

type StageBarsProps = {
  readonly year: number;
  /** Firms in the order of ADOPTION_STAGES. */
  readonly counts: readonly number[];
};

/** The adoption funnel as a list of bars, one per stage of SM-1. */
export function StageBars({ year, counts }: StageBarsProps) {
  const t = useWords();
  const { number } = useFormats();
  const most = Math.max(...counts, 1);
  return (
    <section className="stages" aria-labelledby="stages-title">
      <Title id="stages-title">{t("region.stages", { year })}</Title>
      <ul>
        {ADOPTION_STAGES.map((stage, code) => (
          <li
            key={stage}
            data-user={isDigitalUser(code)}
            title={isDigitalUser(code) ? t("region.countsAsUser") : undefined}
          >
            <span className="stage-name">
              {t(`stages.${stage}`)}
              {isDigitalUser(code) && <span className="hidden"> ({t("region.countsAsUser")})</span>}
            </span>
            <span className="stage-bar">
              <span
                style={{
                  width: `${(100 * counts[code]) / most}%`,
                  minWidth: counts[code] > 0 ? 1 : 0,
                  background: stageColour(stage),
                }}
              >
                {stage === "abandoned" && counts[code] > 0 ? "×" : ""}
              </span>
            </span>
            <span className="stage-count">{number(counts[code])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
