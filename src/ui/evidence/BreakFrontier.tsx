import type { FrontierEstimate } from "#estimators/frontier.ts";
import type { StudyModel } from "#estimators/replication/frontierRows.ts";
import type { ReplicationWords } from "#ui/words/replication/en.ts";
import { startFitWithout } from "#session/replicationWorker.ts";
import { useState } from "react";
import { Choice } from "#ui/Choice.tsx";
import { FaultNote } from "#ui/FaultNote.tsx";
import { Title } from "#ui/Title.tsx";
import { useOrderedRegions } from "#ui/useOrderedRegions.ts";
import { useFormats, useStudy } from "#ui/useSession.tsx";
import { ownAnswer, useWorkerAnswer, type WorkerAnswer } from "#ui/useWorkerAnswer.ts";
import { useWords } from "#ui/useWords.tsx";

/** Leaves regions out of the study's frontier and shows what becomes of it, beside the one with all regions. */
export function BreakFrontier({ words }: { readonly words: ReplicationWords }) {
  const t = useWords();
  const { data } = useStudy();
  const ordered = useOrderedRegions("shortName");
  const { number, percent } = useFormats();
  const [model, setModel] = useState<StudyModel>("M1");
  const [left, setLeft] = useState<readonly number[]>([]);
  const [attempt, setAttempt] = useState(0);
  const whole = useFit(model, NOBODY, attempt);
  const rest = useFit(model, left, attempt);
  const failed = [whole, rest].find(({ status }) => status === "failed");

  const all = data.regions.length;
  const columns = [
    { name: words.withAll, used: all, fit: whole },
    { name: words.withoutSome, used: all - left.length, fit: rest },
  ];
  const ofCurve = (format: (fit: Curve) => string) => (fit: FrontierEstimate) =>
    "coefficients" in fit ? format(fit) : "–";
  const lines: readonly (readonly [string, (fit: FrontierEstimate) => string])[] = [
    [words.gamma, ofCurve((fit) => number(fit.gamma, 3))],
    [words.meanEfficiency, ofCurve((fit) => percent(fit.meanEfficiency))],
    [words.logLik, ofCurve((fit) => number(fit.logLik, 3))],
    [words.status, (fit) => t(`frontier.${fit.status}`)],
  ];

  return (
    <section className="break-frontier" aria-labelledby="break-title">
      <Title id="break-title">{words.breakTitle}</Title>
      <p className="guidance">{words.breakHint}</p>
      <Choice<StudyModel>
        name={words.model}
        options={(["M1", "M2"] as const).map((one) => ({ value: one, text: one }))}
        value={model}
        onChoose={setModel}
      />
      <fieldset className="break-regions">
        <legend>{words.left}</legend>
        {ordered.map(({ id, index: r, text }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={left.includes(r)}
              onChange={(event) => setLeft(event.target.checked ? [...left, r] : left.filter((one) => one !== r))}
            />
            {text}
          </label>
        ))}
      </fieldset>
      {failed?.status === "failed" && (
        <FaultNote what={words.fitFailed} message={failed.message}>
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            {words.again}
          </button>
        </FaultNote>
      )}
      <table>
        <thead>
          <tr>
            {columns.map(({ name, used }) => (
              <th key={name} scope="col">
                {name}
                <br />
                {words.regionsUsed.replace("{{used}}", number(used)).replace("{{all}}", number(all))}
              </th>
            ))}
          </tr>
        </thead>
        {lines.map(([name, format]) => (
          <tbody key={name}>
            <tr>
              <th colSpan={columns.length} scope="rowgroup">
                {name}
              </th>
            </tr>
            <tr>
              {columns.map((column) => (
                <td key={column.name}>{column.fit.status === "done" ? format(column.fit.answer) : "…"}</td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </section>
  );
}

type Curve = Extract<FrontierEstimate, { coefficients: unknown }>;

const NOBODY: readonly number[] = [];

/** The estimate for the regions left in. */
function useFit(model: StudyModel, left: readonly number[], attempt: number): WorkerAnswer<FrontierEstimate> {
  const { data } = useStudy();
  const key = `${model} ${left.join()} ${attempt}`;
  const given = useWorkerAnswer(key, () => startFitWithout(data, model, left), 0);
  return ownAnswer(key, given);
}
