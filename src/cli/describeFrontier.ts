import type { Coefficient } from "#estimators/frontier.ts";
import type { FrontierDocument } from "./frontierDocument.ts";

/** An estimate as text for a terminal. */
export function describeFrontier(document: FrontierDocument): string {
  const { ols, likelihoodRatio, gammaProfile } = document;
  const lines = [`status ${document.status}, ${document.n} observations, ${document.parameterCount} parameters`, ""];
  if (document.coefficients !== null) {
    const parameters = [
      ...document.coefficients,
      ...(document.delta ?? []).map((effect) => ({ ...effect, name: `effect of ${effect.name}` })),
      ...(document.varianceParameters ?? []),
    ];
    lines.push(...alignColumns([["", "estimate", "std. error", "z", "p"], ...parameters.map(parameterCells)]), "");
  }
  if (document.logLik !== null) lines.push(`log-likelihood ${document.logLik.toFixed(7)}`);
  if (ols !== null) {
    lines.push(
      `least squares: log-likelihood ${ols.logLik.toFixed(7)}, residual skewness ${ols.residualSkewness.toFixed(4)}`,
    );
  }
  if (likelihoodRatio !== null) {
    const { statistic, df, pValue, bootstrapPValue } = likelihoodRatio;
    const bootstrap = bootstrapPValue === undefined ? "" : `, bootstrap p ${bootstrapPValue.toFixed(4)}`;
    lines.push(
      `likelihood ratio ${statistic.toFixed(4)} (df ${df}), mixed chi-square p ${pValue.toFixed(4)}${bootstrap}`,
    );
  }
  if (gammaProfile !== undefined) {
    const set = gammaProfile.confidenceSet.map(({ lower, upper }) => `${lower.toFixed(3)} to ${upper.toFixed(3)}`);
    const { lower, upper } = gammaProfile.meanEfficiency;
    lines.push(`95 % set of gamma ${set.join(" and ")}, of mean efficiency ${lower.toFixed(3)} to ${upper.toFixed(3)}`);
  }
  if (document.meanEfficiency !== null) lines.push(`mean efficiency ${document.meanEfficiency.toFixed(4)}`);
  if (document.efficiency !== null) lines.push("", ...efficiencyTable(document));
  if (document.warnings.length > 0)
    lines.push("", ...document.warnings.map(({ code, message }) => `! ${code}: ${message}`));
  return `${lines.join("\n")}\n`;
}

function parameterCells({ name, estimate, standardError, z, pValue }: Coefficient): string[] {
  return [name, ...[estimate, standardError, z, pValue].map((value) => (value === null ? "-" : value.toFixed(4)))];
}

function efficiencyTable(document: FrontierDocument): string[] {
  const rows = (document.efficiency ?? []).map(({ id, te, lower, upper }, row) => {
    const bootstrap = document.bootstrap?.rows[row];
    const cells = [id, te.toFixed(4), lower?.toFixed(4) ?? "-", upper?.toFixed(4) ?? "-"];
    if (bootstrap === undefined) return cells;
    const { te: interval, rank } = bootstrap;
    return [
      ...cells,
      `${interval.lower.toFixed(3)}-${interval.upper.toFixed(3)}`,
      rank === null ? "-" : `${rank.lower}-${rank.upper}`,
    ];
  });
  const head = ["", "efficiency", "lower", "upper"];
  return alignColumns([document.bootstrap === undefined ? head : [...head, "bootstrap", "rank"], ...rows]);
}

/** First column to the left, the others to the right. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => rows.reduce((width, cells) => Math.max(width, cells[column].length), 0));
  return rows.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  "),
  );
}
