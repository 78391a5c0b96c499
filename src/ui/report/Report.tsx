import type { Language } from "#domain/language.ts";
import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { Provenance } from "#ui/downloads/provenance.ts";
import type { ReportWords } from "#ui/words/report/en.ts";
import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { digestScenario } from "#engine/digest.ts";
import { compareCommand, doesSomething, needsFile } from "#session/planCommand.ts";
import { Fragment, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { CompareCourse } from "#ui/compare/CompareCourse.tsx";
import { CompareMoney } from "#ui/compare/CompareMoney.tsx";
import { COMPARE_WORDS, type CompareQuestion, yearsOfAll } from "#ui/compare/compareQuestion.ts";
import { ContestTable } from "#ui/compare/ContestTable.tsx";
import { FigureTheme, PlanSign } from "#ui/compare/PlanSign.tsx";
import { EffectTable, SpreadTable, ThreeNumbers } from "#ui/compare/PlansTables.tsx";
import { DOWNLOAD_WORDS } from "#ui/downloads/downloadWords.ts";
import { fill } from "#ui/fill.ts";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useSelectedRegion, useSession, useStudy } from "#ui/useSession.tsx";
import { reportWords as en } from "#ui/words/report/en.ts";
import { reportWords as kk } from "#ui/words/report/kk.ts";
import { reportWords as ru } from "#ui/words/report/ru.ts";
import { ReportMaps } from "./ReportMaps.tsx";
import { ReportPlans } from "./ReportPlans.tsx";
import { ReportSummary } from "./ReportSummary.tsx";
import { UsersTable } from "./UsersTable.tsx";
import "#ui/styles/compare.css";
import "#ui/styles/report.css";

const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { en, ru, kk };

type ReportProps = {
  readonly plans: readonly ComparedPlan[];
  readonly provenance: Provenance;
  readonly onClose: () => void;
};

/** The comparison on paper: A4, light, complete in itself, in the language of the page. */
export function Report({ plans, provenance, onClose }: ReportProps) {
  const language = useLanguage();
  const { number } = useFormats();
  const { data, presets } = useStudy();
  const chosen = useSelectedRegion();
  const wantedYear = useSession((context) => context.view.year);
  const words = REPORT_WORDS[language];
  const compare = COMPARE_WORDS[language];
  const downloads = DOWNLOAD_WORDS[language];
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Not a <dialog>: what stands in the top layer is not broken into printed pages.
    const page = document.getElementById("page")!;
    const before = document.activeElement as HTMLElement | null;
    document.documentElement.dataset.report = "open";
    page.inert = true;
    print.current?.focus();
    return () => {
      delete document.documentElement.dataset.report;
      page.inert = false;
      before?.focus();
    };
  }, []);
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === "Escape" && onClose();
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [onClose]);

  const years = yearsOfAll(plans);
  const question: CompareQuestion = {
    plans,
    plan: plans.find(({ scenario }) => scenario.measures.length > 0) ?? plans[0],
    against: null,
    indicator: "digital_users",
    region: null,
    year: years.includes(wantedYear) && wantedYear > years[0] ? wantedYear : years.at(-1)!,
  };
  const part = { question, words: compare };
  const futures = plans[0].results.length;
  const origin = {
    date: dayText(provenance.date, language),
    version: provenance.version,
    seed: provenance.seed,
    futures: number(futures),
  };
  const command = compareCommand(
    plans.map(({ scenario }) => scenario),
    { seed: provenance.seed, presets },
    futures,
  );
  const files = plans
    .filter(({ scenario }) => doesSomething(scenario) && needsFile(scenario, presets))
    .map(({ scenario }) => `${scenario.id}.json`);
  const usersHint = futures > 1 ? words.usersHint : words.usersHintOne;
  const method = futures > 1 ? words.methodText : { ...words.methodText, futures: words.methodOne };
  const caveats = futures > 1 ? words.caveatsText : { ...words.caveatsText, intervals: words.caveatOne };

  return createPortal(
    <div className="report" role="dialog" aria-modal="true" aria-labelledby="report-title" lang={language}>
      <div className="report-tools">
        <button ref={print} type="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <FigureTheme value="light">
        <article>
          <header>
            <h1 id="report-title">{plans.length > 1 ? words.title : words.titleOne}</h1>
            <p className="report-names">
              {plans.map(({ letter, scenario }) => (
                <span key={letter}>
                  <PlanSign letter={letter} /> {scenario.name[language]}
                </span>
              ))}
            </p>
            <p className="guidance">
              {fill(futures > 1 ? words.made : words.madeOne, origin)}{" "}
              {fill(words.numbersOf, { year: String(question.year) })}
            </p>
          </header>
          <section>
            <Title level={2}>{words.summary}</Title>
            <ReportSummary question={question} words={words} compare={compare} />
          </section>
          <section>
            <Title level={2}>{words.plans}</Title>
            <ReportPlans plans={plans} words={words} downloads={downloads} />
          </section>
          <section>
            <Title level={2}>{words.differences}</Title>
            <EffectTable {...part} />
            <ContestTable {...part} />
            <CompareCourse {...part} />
            <ThreeNumbers {...part} />
            <SpreadTable {...part} />
          </section>
          <ReportMaps question={question} words={words} compare={compare} />
          <section>
            <Title level={2}>{fill(words.regions, { year: String(question.year) })}</Title>
            <p className="guidance">
              {usersHint} {words.regionsHint}
            </p>
            <UsersTable
              {...part}
              heading={compare.region}
              rows={data.regions.map(({ name }, region) => ({ name: name[language], year: question.year, region }))}
            />
          </section>
          <section>
            <Title level={2}>
              {fill(words.years, { place: chosen === null ? compare.country : data.regions[chosen].name[language] })}
            </Title>
            <p className="guidance">
              {usersHint} {words.yearsHint}
            </p>
            <UsersTable
              {...part}
              heading={compare.year}
              rows={years.map((year) => ({ name: String(year), year, region: chosen }))}
            />
          </section>
          <section>
            <Title level={2}>{words.money}</Title>
            <CompareMoney {...part} />
          </section>
          <section className="report-text">
            <Title level={2}>{words.method}</Title>
            {Object.entries(method).map(([id, text]) => (
              <p key={id}>{text}</p>
            ))}
          </section>
          <section className="report-text">
            <Title level={2}>{words.caveats}</Title>
            <ul>
              {Object.entries(caveats).map(([id, text]) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </section>
          <section className="report-text">
            <Title level={2}>{words.sources}</Title>
            <p>{downloads.credit}</p>
            <p>{BOUNDARIES_CREDIT[language]}</p>
            <Title>{words.digests}</Title>
            <p className="guidance">
              <code>{fill(words.dataDigest, { digest: provenance.dataDigest })}</code>
              {plans.map(({ letter, scenario }) => (
                <code key={letter}>{fill(words.planDigest, { plan: letter, digest: digestScenario(scenario) })}</code>
              ))}
            </p>
            <Title>{words.command}</Title>
            <p className="guidance">
              <code>
                {command.split(" ").map((word, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: words of one call in order
                  <Fragment key={place}>
                    <span className="report-word">{word}</span>{" "}
                  </Fragment>
                ))}
              </code>
              {files.length > 0 && fill(words.commandFiles, { files: files.join(", ") })}
            </p>
          </section>
        </article>
      </FigureTheme>
    </div>,
    document.body,
  );
}

/** `2026-11-24` as the language writes a day. */
function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split("-");
  if (language !== "en") return `${date}.${month}.${year}`;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
}
