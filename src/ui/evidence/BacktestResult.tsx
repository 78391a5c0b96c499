import type { Backtest, MethodScores } from "#engine/backtest.ts";
import type { BacktestGoal } from "#engine/backtestGoals.ts";
import type { BacktestWords } from "#ui/words/backtest/en.ts";
import { findingOf } from "#session/backtestFinding.ts";
import { fill } from "#ui/fill.ts";
import { decimalsOf } from "#ui/formats.ts";
import { inText } from "#ui/inText.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { PHONE, useScreenMedia } from "#ui/useMedia.ts";
import { useFormats } from "#ui/useSession.tsx";
import { BacktestFit } from "./BacktestFit.tsx";
import { BacktestRegions } from "./BacktestRegions.tsx";

export type BacktestPartProps = { readonly backtest: Backtest; readonly words: BacktestWords };

/** The finding in words, then what it rests on. */
export function BacktestResult({ backtest, words }: BacktestPartProps) {
  const { number, signed } = useFormats();
  const { target, origin, seed, replicates, methods, regions, noiseFloor, againstPersistence, notes } = backtest;
  const years = { target: String(target), origin: String(origin) };
  const maeOf = (method: MethodScores) => number(method.mae!, 1);
  const { difference, low, high } = againstPersistence;

  return (
    <>
      <section className="backtest-finding" aria-labelledby="backtest-title">
        <Title id="backtest-title">
          {fill(words.finding[findingOf(againstPersistence)], {
            ...years,
            model: maeOf(methods[methods.length - 1]),
            persistence: maeOf(methods[0]),
          })}
        </Title>
        <p className="guidance">
          {unbroken(
            fill(words.heldOut, {
              ...years,
              seed,
              scored: number(regions.filter(({ isScored }) => isScored).length),
              all: number(regions.length),
              futures: number(replicates),
            }),
          )}
        </p>
        <p>
          {unbroken(
            fill(words.difference, { difference: signed(difference, 2), low: signed(low, 2), high: signed(high, 2) }),
          )}{" "}
          {unbroken(
            fill(words.noiseFloor, {
              p50: number(noiseFloor.p50, 2),
              p05: number(noiseFloor.p05, 2),
              p95: number(noiseFloor.p95, 2),
            }),
          )}
        </p>
      </section>
      <div className="backtest-column">
        <Methods backtest={backtest} words={words} />
        {backtest.goals.length > 0 && <Goals backtest={backtest} words={words} />}
      </div>
      <div className="backtest-column">
        <BacktestRegions backtest={backtest} words={words} />
        <section aria-labelledby="backtest-notes">
          <Title id="backtest-notes">{words.notesTitle}</Title>
          <ul>
            {notes.map(({ id }) => (
              <li key={id}>{fill(words.notes[id], years)}</li>
            ))}
          </ul>
        </section>
        <BacktestFit backtest={backtest} words={words} />
      </div>
    </>
  );
}

/** How often the intervals cover what was published stands in columns, on a phone in a sentence: only the model has intervals. */
function Methods({ backtest: { methods }, words: { methods: words } }: BacktestPartProps) {
  const { number, signed, percent } = useFormats();
  const isPhone = useScreenMedia(PHONE);
  const model = methods[methods.length - 1];
  const whole = (share: number) => percent(share, 0);
  const shown = (value: number | null | undefined, format: (value: number) => string) =>
    value === null || value === undefined ? "–" : format(value);
  const twoDecimals = (value: number) => number(value, 2);
  return (
    <div>
      <Title id="backtest-methods">{words.title}</Title>
      <ScrollArea titleId="backtest-methods">
        <table className="of-errors">
          <thead>
            <tr>
              <th scope="col">{words.method}</th>
              <th scope="col">MAE</th>
              <th scope="col">RMSE</th>
              <th scope="col">{words.nationalError}</th>
              <th scope="col">CRPS</th>
              {!isPhone && (
                <>
                  <th scope="col">{words.coverage80}</th>
                  <th scope="col">{words.coverage95}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {methods.map(({ name, mae, rmse, nationalError, crps, coverage80, coverage95 }) => (
              <tr key={name} data-model={name === "model"}>
                <th scope="row">{words.names[name]}</th>
                <td>{shown(mae, twoDecimals)}</td>
                <td>{shown(rmse, twoDecimals)}</td>
                <td>{shown(nationalError, (value) => signed(value, 2))}</td>
                <td>{shown(crps, twoDecimals)}</td>
                {!isPhone && (
                  <>
                    <td>{shown(coverage80, whole)}</td>
                    <td>{shown(coverage95, whole)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {isPhone && (
        <p>{fill(words.coverage, { share80: whole(model.coverage80!), share95: whole(model.coverage95!) })}</p>
      )}
      <p>{fill(words.median, { mae: twoDecimals(model.maeOfMedian!) })}</p>
      <p className="guidance">{words.legend}</p>
    </div>
  );
}

function Goals({ backtest: { goals, target }, words }: BacktestPartProps) {
  const { number } = useFormats();
  const textOf = ({ id, values }: BacktestGoal) =>
    fill(
      words.goals.names[id],
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === "string"
            ? inText(words.methods.names[value])
            : number(value, "rival" in values ? 2 : decimalsOf(value)),
        ]),
      ),
    );
  return (
    <div>
      <Title id="backtest-goals">
        {fill(words.goals.title, {
          target: String(target),
          met: number(goals.filter(({ isMet }) => isMet).length),
          all: number(goals.length),
        })}
      </Title>
      <p className="guidance">{words.goals.hint}</p>
      <ScrollArea titleId="backtest-goals">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.goals.goal}</th>
              <th scope="col">{words.goals.reached}</th>
              <th scope="col" className="text">
                {words.goals.verdict}
              </th>
            </tr>
          </thead>
          <tbody>
            {goals.map((goal) => (
              <tr key={goal.goal} data-met={goal.isMet}>
                <th scope="row">{unbroken(textOf(goal))}</th>
                <td>{number(goal.reached, goal.id === "coverage80" ? 0 : 2)}</td>
                <td className="text">{goal.isMet ? `✓ ${words.goals.met}` : `✗ ${words.goals.missed}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}
