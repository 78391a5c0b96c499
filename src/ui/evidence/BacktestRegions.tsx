import type { RegionForecast } from "#engine/backtest.ts";
import type { BacktestPartProps } from "./BacktestResult.tsx";
import { fill } from "#ui/fill.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";

/** What was forecast for every region beside what was published; a mark where the interval misses it. */
export function BacktestRegions({ backtest: { regions, target }, words: { regions: words } }: BacktestPartProps) {
  const { number } = useFormats();
  const { data } = useStudy();
  const language = useLanguage();
  const nameOf = (id: string) => data.regions.find((region) => region.id === id)!.shortName[language];
  const scored = regions.filter(({ isScored }) => isScored);
  return (
    <div>
      <Title id="backtest-regions">{fill(words.title, { target: String(target) })}</Title>
      <p className="guidance">
        {fill(words.outsideHint, { outside: number(scored.filter(isOutside).length), scored: number(scored.length) })}
      </p>
      <ScrollArea titleId="backtest-regions">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.region}</th>
              <th scope="col">{words.firms}</th>
              <th scope="col">{words.actual}</th>
              <th scope="col">{words.mean}</th>
              <th scope="col">{words.interval}</th>
              <th scope="col">{words.persistence}</th>
            </tr>
          </thead>
          <tbody>
            {regions.map((one) => (
              <tr key={one.region} data-outside={one.isScored && isOutside(one)}>
                <th scope="row">
                  {nameOf(one.region)}
                  {!one.isScored && <span className="guidance"> {words.notScored}</span>}
                  {one.isScored && isOutside(one) && <span className="outside"> ✗ {words.outside}</span>}
                </th>
                <td>{number(one.firms)}</td>
                <td>{number(one.actual, 1)}</td>
                <td>{number(one.forecastMean, 1)}</td>
                <td>{fill(words.range, { low: number(one.p10, 1), high: number(one.p90, 1) })}</td>
                <td>{number(one.persistence, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}

function isOutside({ actual, p10, p90 }: RegionForecast): boolean {
  return actual < p10 || actual > p90;
}
