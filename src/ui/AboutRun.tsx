import { runCommand } from "#session/planCommand.ts";
import { useTranslation } from "react-i18next";
import { useFormats, useLanguage, useSession, useStudy } from "./useSession.tsx";

const CARD_PARTS = ["changes", "evidence", "assumptions", "expectedSign", "disprovedBy"] as const;

/** What the model is and is not for, the card of the plan, and the receipt of the run on the screen. */
export function AboutRun() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number } = useFormats();
  const { presets } = useStudy();
  const run = useSession((context) => context.simulated ?? context.baseline);
  const card = run?.scenario.card;
  const receipt = run?.summary.receipt;

  return (
    <div className="about">
      <section>
        <h3>{t("about.title")}</h3>
        <p>{t("about.what")}</p>
        <p>{t("about.notFor")}</p>
        <p>{t("about.data")}</p>
      </section>
      {card && run && (
        <section>
          <h3>{run.scenario.name[language]}</h3>
          <dl>
            {CARD_PARTS.map((part) => (
              <div key={part}>
                <dt>{t(`about.card.${part}`)}</dt>
                <dd>{card[part][language]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {receipt && run && (
        <section data-testid="receipt">
          <h3>{t("about.run")}</h3>
          <dl>
            <Entry name={t("about.version")} value={receipt.engineVersion} />
            <Entry name={t("about.seed")} value={receipt.seed} />
            <Entry name={t("about.years")} value={receipt.years.join("–")} />
            <Entry
              name={t("about.identities")}
              value={t("about.identitiesHold", {
                holding: number(receipt.identities.filter(({ holds }) => holds).length),
                all: number(receipt.identities.length),
              })}
            />
            <Entry name={t("about.dataDigest")} value={receipt.dataDigest} isCode />
            <Entry name={t("about.scenario")} value={receipt.scenarioDigest} isCode />
            <Entry name={t("about.output")} value={receipt.outputDigest} isCode testId="output-digest" />
            <Entry
              name={t("about.command")}
              value={runCommand({ plan: run.scenario, seed: receipt.seed, presets })}
              isCode
            />
          </dl>
        </section>
      )}
    </div>
  );
}

type EntryProps = {
  readonly name: string;
  readonly value: string;
  readonly isCode?: boolean;
  readonly testId?: string;
};

function Entry({ name, value, isCode, testId }: EntryProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-testid={testId}>{isCode ? <code>{value}</code> : value}</dd>
    </div>
  );
}
