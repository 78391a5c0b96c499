import type { TrustWords } from "#ui/words/trust/en.ts";
import { runCommand } from "#session/planCommand.ts";
import { fill } from "#ui/fill.ts";
import { OpenPart } from "#ui/OpenPart.tsx";
import { PlanCard } from "#ui/plans/PlanCard.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { TRUST_WORDS } from "./trustWords.ts";
import { ConflictList, DataTable, ParameterTable } from "./TrustTables.tsx";

/** What the model is and is not for, where its numbers come from, what contradicts them, and the receipt of the run shown. */
export function TrustPage() {
  const t = useWords();
  const language = useLanguage();
  const words = TRUST_WORDS[language];
  const { data } = useStudy();
  const { number } = useFormats();
  const run = useSession(({ simulated, baseline }) => simulated ?? baseline);
  const card = run?.scenario.card;
  const firms = data.start.firms.reduce((sum, count) => sum + count, 0);
  return (
    <div className="trust">
      <section>
        <Title>{words.what}</Title>
        <p>{t("about.what")}</p>
        <ul className="marked prose">
          {words.isFor.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <section className="not-for">
        <Title>{words.notForTitle}</Title>
        <ul className="marked prose">
          {words.notFor.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>{words.assumptions}</p>
      </section>
      <section>
        <Title>{words.checks}</Title>
        <p>{words.checksText}</p>
        <p className="trust-links">
          <OpenPart part="backtest" />
          <OpenPart part="published" />
          <OpenPart part="estimates" />
          <OpenPart part="clusters" />
          <OpenPart part="sensitivity" />
        </p>
      </section>
      {card && run && (
        <section>
          <Title>{fill(words.plan, { name: run.scenario.name[language] })}</Title>
          <PlanCard card={card} />
        </section>
      )}
      {run && <Run words={words} />}
      <DataTable words={words} firms={number(firms)} />
      <ParameterTable words={words} />
      <ConflictList words={words} />
      <section>
        <Title>{words.cite}</Title>
        <p>
          <code>
            {fill(words.citation, {
              plan: run?.scenario.name[language] ?? "",
              seed: run?.summary.receipt.seed ?? "",
              version: run?.summary.receipt.engineVersion ?? "",
              digest: run?.summary.receipt.outputDigest.slice(0, 12) ?? "",
              data: run?.summary.receipt.dataDigest.slice(0, 12) ?? "",
            })}
          </code>
        </p>
        <p className="guidance">{words.credit}</p>
      </section>
    </div>
  );
}

function Run({ words }: { readonly words: TrustWords }) {
  const t = useWords();
  const { number } = useFormats();
  const run = useSession(({ simulated, baseline }) => simulated ?? baseline)!;
  const { presets } = useStudy();
  const { receipt } = run.summary;
  const holding = receipt.identities.filter(({ holds }) => holds).length;
  const entries: readonly (readonly [string, string, boolean, string?])[] = [
    [t("about.version"), receipt.engineVersion, false],
    [t("about.seed"), receipt.seed, false],
    [t("about.years"), receipt.years.join("–"), false],
    [t("about.dataDigest"), receipt.dataDigest, true],
    [t("about.scenario"), receipt.scenarioDigest, true],
    [t("about.output"), receipt.outputDigest, true, "output-digest"],
    [t("about.command"), runCommand({ plan: run.scenario, seed: receipt.seed, presets }), true],
  ];
  return (
    <section data-testid="receipt">
      <Title>{t("about.run")}</Title>
      <dl>
        {entries.map(([name, value, isCode, testId]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-testid={testId}>{isCode ? <code>{value}</code> : value}</dd>
          </div>
        ))}
        <div>
          <dt>{t("about.identities")}</dt>
          <dd>
            {t("about.identitiesHold", { holding: number(holding), all: number(receipt.identities.length) })}
            <ul className="identities">
              {receipt.identities.map(({ id, holds }) => (
                <li key={id} data-holds={holds}>
                  {holds ? "✓" : "×"} {id}
                  <span className="hidden"> {holds ? words.holds : words.broken}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </section>
  );
}
