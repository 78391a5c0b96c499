import type { ActorHistory } from "#engine/inspectActor.ts";
import type { ActorWords } from "#ui/words/actor/en.ts";
import { fill } from "#ui/fill.ts";
import { Title } from "#ui/Title.tsx";
import { useFormats } from "#ui/useSession.tsx";
import { digitsIn, namedNumber } from "./actorWording.ts";

type ActorNumbersProps = {
  readonly history: ActorHistory;
  readonly words: ActorWords;
  readonly year: number;
};

/** What the actor is worth in the shown year, beside 2023 and the course between. */
export function ActorNumbers({ history: { years, numbers }, words, year }: ActorNumbersProps) {
  const { number } = useFormats();
  const t = Math.max(0, years.indexOf(year));
  if (numbers.length === 0) return null;
  const rows = numbers.map(({ name, values }) => namedNumber(words, name, values));
  const all = rows.map(({ values }) => values);
  return (
    <section aria-labelledby="actor-numbers-title">
      <Title level={4} id="actor-numbers-title">
        {words.numbers}
      </Title>
      <table className="actor-numbers">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.from2023}</th>
            <th scope="col">{fill(words.course, { until: String(years.at(-1)) })}</th>
            <th scope="col">{years[t]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ text, values }) => {
            const digits = digitsIn(all, values);
            return (
              <tr key={text}>
                <th scope="row">{text}</th>
                <td>{number(values[0], digits)}</td>
                <td>
                  <Course values={values} at={t} />
                </td>
                <td>{number(values[t], digits)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const [WIDTH, HEIGHT] = [72, 16];

/** A line from 2023 to the end on a scale of its own, with a dot at the year; the table beside it has the values. */
function Course({ values, at }: { readonly values: readonly number[]; readonly at: number }) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (t: number) => 3 + ((WIDTH - 6) * t) / Math.max(1, values.length - 1);
  const y = (value: number) => (high > low ? HEIGHT - 3 - ((HEIGHT - 6) * (value - low)) / (high - low) : HEIGHT / 2);
  return (
    <svg className="course" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <polyline points={values.map((value, t) => `${x(t).toFixed(1)},${y(value).toFixed(1)}`).join(" ")} />
      <circle cx={x(at)} cy={y(values[at])} r={2.5} />
    </svg>
  );
}
