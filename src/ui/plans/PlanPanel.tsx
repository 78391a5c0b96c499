import type { LeverId } from "#domain/levers.ts";
import { LEVERS, leverById } from "#domain/levers.ts";
import { isNoPlan } from "#domain/noPlan.ts";
import { MAXIMUM_TEXT, START_YEAR } from "#domain/scenario.ts";
import { spentUpTo } from "#engine/comparison.ts";
import { summariseValues } from "#engine/summaries.ts";
import { enoughForABand } from "#session/futures.ts";
import { addMeasure, changeMeasure, changeNotes, removeMeasure } from "#session/planEdits.ts";
import { conflictsOf, idleReasons } from "#session/planFindings.ts";
import { moneyByYear, type PlanMoney as PlanMoneyOf, totalMoney, yearsAtCap } from "#session/planMoney.ts";
import { useState } from "react";
import { decimalsOfMoney } from "#ui/formats.ts";
import { useShownFutures } from "#ui/FuturesInterval.tsx";
import { useFormats, useLanguage, useSend, useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { MeasureNotes } from "./MeasureNotes.tsx";
import { MeasureRow } from "./MeasureRow.tsx";
import { PlanHead } from "./PlanHead.tsx";
import { usePlanEdit } from "./usePlanEdit.ts";

type PlanPanelProps = {
  /** The measure whose regions are being chosen on the map. */
  readonly aiming: number | null;
  readonly onAim: (measure: number | null) => void;
};

export function PlanPanel({ aiming, onAim }: PlanPanelProps) {
  const t = useWords();
  const language = useLanguage();
  const { plan, regionIds, keep } = usePlanEdit();
  const opened = useSession((context) => context.opened);

  const idle = idleReasons(plan, regionIds);
  const conflicts = conflictsOf(plan, regionIds);
  const money = useSession((context) => context.simulated?.summary.money) ?? [];
  const add = (lever: LeverId) => keep(addMeasure(plan, lever, regionIds));

  return (
    <section className="panel plan-panel" aria-labelledby="plan-title">
      <PlanHead onLeave={() => onAim(null)} />
      <PlanMoney />
      <ul className="measures" aria-label={t("plan.measures")}>
        {plan.measures.map((measure, index) => (
          <MeasureRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a measure has no identity but its place in the plan
            key={`${index} ${measure.lever}`}
            measure={measure}
            place={index}
            defaultSize={
              opened.measures[index]?.lever === measure.lever
                ? opened.measures[index].size
                : leverById(measure.lever).usual
            }
            choosingOnMap={aiming === index}
            onChooseOnMap={(on) => onAim(on ? index : null)}
            onChange={(change) => keep(changeMeasure(plan, index, change, regionIds))}
            onRemove={() => {
              onAim(null);
              keep(removeMeasure(plan, index, regionIds));
            }}
            notes={
              <MeasureNotes
                measure={index}
                idle={idle[index]}
                conflicts={conflicts}
                cappedYears={yearsAtCap(plan, money, measure)}
              />
            }
          />
        ))}
      </ul>
      {plan.measures.length === 0 && (
        <p className="guidance">{t(isNoPlan(plan) ? "plan.none" : "plan.noneButAssumptions")}</p>
      )}
      <label className="field add-measure">
        <span className="field-name">{t("plan.add")}</span>
        <select value="" onChange={(event) => add(event.target.value as LeverId)}>
          <option value="" disabled>
            {t("plan.addChoose")}
          </option>
          {LEVERS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      </label>
      <NotesField />
      <SeedField />
    </section>
  );
}

function PlanMoney() {
  const t = useWords();
  const year = useSession((context) => context.view.year);
  const simulated = useSession((context) => context.simulated);
  if (!simulated) return null;
  const byYear = moneyByYear(simulated.scenario, simulated.summary.money);
  const inYear = byYear.find((money) => money.year === year);
  return (
    <div className="money" data-testid="plan-money">
      {inYear && <MoneyLine name={t("plan.money", { year })} money={inYear} />}
      <MoneyLine name={t("plan.moneyTotal", { year: simulated.scenario.until })} money={totalMoney(byYear)} />
      <MoneyOverFutures />
    </div>
  );
}

/** What is spent, what the caps allow and what is left. */
function MoneyLine({ name, money: { spent, allowed } }: { readonly name: string; readonly money: PlanMoneyOf }) {
  const t = useWords();
  const { number } = useFormats();
  const decimals = decimalsOfMoney(Math.max(spent, allowed ?? 0));
  const inBillions = (value: number) => t("units.billions", { number: number(value, decimals) });
  const text =
    allowed === 0
      ? t("plan.noMoney")
      : allowed === null
        ? t("plan.spentNoCap", { spent: inBillions(spent) })
        : t("plan.spentOf", { spent: number(spent, decimals), budget: inBillions(allowed) });
  const isCapped = allowed !== null && allowed > 0;
  return (
    <div>
      <span className="field-name">{name}</span>
      <span className="money-line">
        <strong>{text}</strong>
        {isCapped && <span>{t("plan.left", { left: inBillions(Math.max(0, allowed - spent)) })}</span>}
      </span>
      {isCapped && <meter min={0} max={allowed} value={spent} aria-label={name} />}
    </div>
  );
}

/** The total again, over the futures: costs of a unit are uncertain, and the run on the screen has them at their defaults. */
function MoneyOverFutures() {
  const t = useWords();
  const { number } = useFormats();
  const futures = enoughForABand(useShownFutures());
  if (!futures) return null;
  const last = futures.scenario.until - START_YEAR;
  const { p10, p50, p90 } = summariseValues(futures.plan.map((result) => spentUpTo(result, last, null)))!;
  if (p90 === 0) return null;
  const decimals = decimalsOfMoney(p90);
  const count = futures.plan.length;
  return (
    <p className="guidance">
      {t("plan.moneyOver", {
        futures: t("counted.overFutures", { count, number: number(count) }),
        median: number(p50, decimals),
        low: number(p10, decimals),
        high: t("units.billions", { number: number(p90, decimals) }),
      })}
    </p>
  );
}

function NotesField() {
  const t = useWords();
  const { plan, regionIds, keep } = usePlanEdit();
  return (
    <label className="field notes">
      <span className="field-name">{t("plans.notes")}</span>
      <textarea
        maxLength={MAXIMUM_TEXT}
        rows={2}
        value={plan.notes}
        onChange={(event) => keep(changeNotes(plan, event.target.value, regionIds))}
      />
      <span className="guidance">{t("plans.notesHint")}</span>
    </label>
  );
}

function SeedField() {
  const t = useWords();
  const send = useSend();
  const seed = useSession((context) => context.seed);
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <label className="field seed">
      <span className="field-name">{t("plan.seed")}</span>
      <input
        type="text"
        className="number"
        maxLength={40}
        value={draft ?? seed}
        onBlur={() => setDraft(null)}
        onChange={(event) => {
          setDraft(event.target.value);
          const wanted = event.target.value.trim();
          if (wanted !== "") send({ type: "SEED_CHANGED", seed: wanted });
        }}
      />
      <span className="guidance">{t("plan.seedHint")}</span>
    </label>
  );
}
