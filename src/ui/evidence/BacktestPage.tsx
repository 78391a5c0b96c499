import type { Language } from "#domain/language.ts";
import type { Backtest, BacktestOrigin } from "#engine/backtest.ts";
import type { BacktestWish } from "#session/backtestWorker.ts";
import type { BacktestWords } from "#ui/words/backtest/en.ts";
import { messageOf } from "#domain/messageOf.ts";
import { BACKTEST_ORIGINS } from "#engine/backtest.ts";
import { besideFormer } from "#session/backtestFinding.ts";
import { startBacktest } from "#session/backtestWorker.ts";
import { useEffect, useState } from "react";
import { FaultNote } from "#ui/FaultNote.tsx";
import { fill } from "#ui/fill.ts";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";
import { backtestWords as en } from "#ui/words/backtest/en.ts";
import { backtestWords as kk } from "#ui/words/backtest/kk.ts";
import { backtestWords as ru } from "#ui/words/backtest/ru.ts";
import { BacktestResult } from "./BacktestResult.tsx";
import "#ui/styles/backtest.css";

const WORDS: Readonly<Record<Language, BacktestWords>> = { en, ru, kk };

/** Few enough that the first answer comes within seconds; the seed is that of the command line. */
const FIRST_WISH: BacktestWish = { origin: BACKTEST_ORIGINS[0], replicates: 200, seed: "1" };
const REPLICATES = [50, 200];

type Progress =
  | { readonly status: "running"; readonly done: number }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "done" };

type Ended = { readonly backtest: Backtest; readonly former: Backtest | null; readonly seconds: number };

/** A past year forecast in front of the reader from the years before it, against naive forecasts. */
export function BacktestPage() {
  const { data } = useStudy();
  const words = WORDS[useLanguage()];
  const { number } = useFormats();
  const [wish, setWish] = useState(FIRST_WISH);
  const [asked, setAsked] = useState(FIRST_WISH);
  const [progress, setProgress] = useState<Progress>({ status: "running", done: 0 });
  const [ended, setEnded] = useState<Ended | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const tell = (next: Progress) => isCurrent && setProgress(next);
    tell({ status: "running", done: 0 });
    const from = performance.now();
    const started = startBacktest(data, asked, (done) => tell({ status: "running", done }));
    started.result.then(
      (backtest) => {
        const seconds = (performance.now() - from) / 1000;
        if (isCurrent) setEnded((last) => ({ backtest, former: last?.backtest ?? null, seconds }));
        tell({ status: "done" });
      },
      (error: unknown) => tell({ status: "failed", message: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
      started.stop();
    };
  }, [data, asked]);

  const run = (next: BacktestWish) => {
    setWish(next);
    setAsked({ ...next }); // a new object: the same wish runs again too
  };

  const endedText =
    ended?.former &&
    fill(words.ended[besideFormer(ended.former, ended.backtest)], {
      seconds: number(ended.seconds, 1),
      seed: ended.backtest.seed,
    });

  return (
    <div className="backtest">
      <form
        className="backtest-wish"
        onSubmit={(event) => {
          event.preventDefault();
          run(wish);
        }}
      >
        <label className="field">
          <span className="field-name">{words.origin}</span>
          <select
            value={wish.origin}
            onChange={(event) => run({ ...wish, origin: Number(event.target.value) as BacktestOrigin })}
          >
            {BACKTEST_ORIGINS.map((origin) => (
              <option key={origin} value={origin}>
                {fill(words.originOption, { origin: String(origin), target: String(origin + 1) })}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field-name">{words.futures}</span>
          <select
            value={wish.replicates}
            onChange={(event) => run({ ...wish, replicates: Number(event.target.value) })}
          >
            {REPLICATES.map((replicates) => (
              <option key={replicates} value={replicates}>
                {number(replicates)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field-name">{words.seed}</span>
          <input
            type="text"
            className="seed"
            required
            pattern=".*\S.*"
            maxLength={64}
            value={wish.seed}
            onChange={(event) => setWish({ ...wish, seed: event.target.value })}
          />
        </label>
        <button type="submit">{words.again}</button>
        {(progress.status === "running" || (progress.status === "done" && ended?.former)) && (
          <div className="backtest-progress">
            <p role="status">{progress.status === "running" ? words.running : endedText}</p>
            {progress.status === "running" && (
              <progress
                max={asked.replicates}
                value={progress.done}
                aria-label={fill(words.progress, { done: number(progress.done), wanted: number(asked.replicates) })}
              />
            )}
          </div>
        )}
        {progress.status === "failed" && <FaultNote what={words.failed} message={progress.message} />}
      </form>
      {ended && <BacktestResult backtest={ended.backtest} words={words} />}
    </div>
  );
}
