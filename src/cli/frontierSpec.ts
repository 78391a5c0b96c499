import type { FrontierSpec } from "#estimators/frontierVariables.ts";
import * as z from "zod/mini";
import { checkShape } from "#domain/checkShape.ts";
import { describeFound, type InputProblem, InputRefused } from "#domain/inputProblem.ts";
import { parseJson } from "#domain/parseJson.ts";

/** A frontier's spec file: the estimator's own spec, and which columns of the table play which part. */
export type FrontierSpecFile = FrontierSpec & {
  readonly output: string;
  readonly inputs: readonly string[];
  readonly z: readonly string[];
  readonly idColumn: string | null;
};

const columnName = z.string("the name of a column").check(z.minLength(1, "the name of a column"));
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) => z.enum(words, words.join(" or "));

const shape = z.strictObject(
  {
    frontier: oneOf(["production", "cost"]),
    functionalForm: oneOf(["cobb-douglas", "translog"]),
    distribution: oneOf(["half-normal", "truncated-normal", "exponential", "inefficiency-effects"]),
    output: columnName,
    inputs: z.array(columnName, "a list of column names").check(z.minLength(1, "at least one column")),
    z: z._default(z.array(columnName, "a list of column names"), []),
    columnsAlreadyInLogs: z._default(z.boolean("true or false"), false),
    zeroShift: z._default(z.number("a number from 0").check(z.minimum(0, "a number from 0")), 0),
    idColumn: z._default(z.nullable(columnName), null),
  },
  "an object",
);

/** The one door for frontier specs. Throws `InputRefused` with every problem found, each with its JSON path. */
export function parseFrontierSpec(text: string, fileName: string): FrontierSpecFile {
  const spec = checkShape(shape, parseJson(text, fileName), fileName);
  const problems = meaningProblems(spec, fileName);
  if (problems.length > 0) throw new InputRefused(problems);
  return spec;
}

function meaningProblems(spec: FrontierSpecFile, fileName: string): InputProblem[] {
  const problems: InputProblem[] = [];
  const effects = spec.distribution === "inefficiency-effects";
  if (effects && spec.z.length === 0) {
    const expected = "at least one column that explains inefficiency";
    problems.push({ place: `${fileName} z`, expected, found: "none" });
  }
  if (!effects && spec.z.length > 0) {
    const expected = 'no z columns unless "distribution" is "inefficiency-effects"';
    problems.push({ place: `${fileName} z`, expected, found: describeFound(spec.z) });
  }
  const variables = [
    { path: "output", name: spec.output },
    ...spec.inputs.map((name, j) => ({ path: `inputs[${j}]`, name })),
  ];
  const effectsColumns = spec.z.map((name, j) => ({ path: `z[${j}]`, name }));
  return [...problems, ...repeated(variables, fileName), ...repeated(effectsColumns, fileName)];
}

function repeated(columns: readonly { path: string; name: string }[], fileName: string): InputProblem[] {
  return columns.flatMap(({ path, name }, position) => {
    const first = columns.findIndex((column) => column.name === name);
    if (first === position) return [];
    const found = `${describeFound(name)}, which is ${columns[first].path} already`;
    return [{ place: `${fileName} ${path}`, expected: "a column not used before", found }];
  });
}
