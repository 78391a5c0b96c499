import type { BacktestPartProps } from "./BacktestResult.tsx";
import { parameterById } from "#domain/parameters.ts";
import { BACKTEST_ORIGINS } from "#engine/backtest.ts";
import { fill } from "#ui/fill.ts";
import { ParameterSymbol } from "#ui/ParameterSymbol.tsx";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats } from "#ui/useSession.tsx";

const FITTED = ["hazardLevel", "regionalPeers", "nationalPeers", "exitRate", "matureShare"] as const;

/** What the fit made of the years up to the origin, and what the forecast then used. */
export function BacktestFit({ backtest, words: { fit: words } }: BacktestPartProps) {
  const { number, signed } = useFormats();
  const { fit, priors, origin, calibrationForm } = backtest;
  return (
    <div>
      <Title id="backtest-fit">{fill(words.title, { origin: String(origin) })}</Title>
      <p>
        {fill(words.equation, {
          mae: number(calibrationForm.mae, 2),
          rmse: number(calibrationForm.rmse, 2),
          national: signed(calibrationForm.nationalError, 2),
        })}
      </p>
      <ScrollArea titleId="backtest-fit">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.parameter}</th>
              <th scope="col">{words.prior}</th>
              <th scope="col">{words.fitted}</th>
              <th scope="col">{words.used}</th>
              <th scope="col">{words.byDefault}</th>
            </tr>
          </thead>
          <tbody>
            {FITTED.map((id) => {
              const { symbol, minimum, maximum, default: byDefault } = parameterById(id);
              const fitted = fit.parameters[id];
              return (
                <tr key={id}>
                  <th scope="row">
                    <ParameterSymbol symbol={symbol} />, {words.names[id]}
                  </th>
                  <td>{number(priors[id].mean, 3)}</td>
                  <td>{number(fitted, 3)}</td>
                  <td>{number(Math.min(maximum, Math.max(minimum, fitted)), 3)}</td>
                  <td>{number(byDefault, 3)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea>
      <p className="guidance">
        {words.usedHint} {unbroken(words.defaults)} {origin === BACKTEST_ORIGINS[0] && words.defaultsSame}
      </p>
    </div>
  );
}
