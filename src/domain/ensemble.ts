import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod/mini";
import { checkShape } from "./checkShape.ts";
import { describeFound, type InputProblem, InputRefused } from "./inputProblem.ts";
import { PARAMETERS, type ParameterId } from "./parameters.ts";
import { parseJson } from "./parseJson.ts";

/** Parameter sets that history matching has kept (SPEC.md, Futures and parameters): what the data to 2023 cannot tell apart. */
export type Ensemble = {
  /** SHA-256 of ids and sets: what a receipt names. */
  readonly digest: string;
  readonly ids: readonly ParameterId[];
  /** One set a row, values in the order of `ids`. */
  readonly sets: readonly (readonly number[])[];
  /** How the sets were found: sampled and kept, by which command. */
  readonly made: {
    readonly command: string;
    readonly engineVersion: string;
    readonly sampled: number;
    readonly kept: number;
  };
};

const ENSEMBLE_VERSION = 1;

const shape = z.object({
  version: z.literal(ENSEMBLE_VERSION, `version ${ENSEMBLE_VERSION} of the format`),
  parameterTable: z.string("the digest of a parameter table"),
  made: z.object(
    {
      command: z.string("the command that made the file"),
      engineVersion: z.string("a version of the engine"),
      sampled: z.int("how many sets were sampled"),
      kept: z.int("how many of them were kept"),
    },
    "an object that says how the sets were found",
  ),
  ids: z.array(z.string("the id of a parameter"), "a list of parameter ids"),
  sets: z.array(z.array(z.number("a number"), "a list of numbers"), "a list of parameter sets"),
});

/**
 * The shipped ensemble, or one that `twin calibrate` has written, from its text.
 * @throws InputRefused with every problem: shape, another parameter table, values outside their range.
 */
export function parseEnsemble(text: string, fileName: string): Ensemble {
  const { parameterTable, made, ids, sets } = checkShape(shape, parseJson(text, fileName), fileName);
  const problems: InputProblem[] = [];
  const refuse = (place: string, expected: string, found: unknown) => {
    problems.push({ place: `${fileName} ${place}`, expected, found: describeFound(found) });
  };
  if (parameterTable !== parameterTableDigest()) {
    const remedy = "npm run -s twin -- calibrate --out public/data/ensemble.json";
    refuse("parameterTable", `${parameterTableDigest()}, the parameters of this program (${remedy})`, parameterTable);
  }
  const parameters = ids.map((id) => PARAMETERS.find((parameter) => parameter.id === id));
  parameters.forEach((parameter, k) => {
    if (parameter === undefined) refuse(`ids[${k}]`, "the id of a parameter", ids[k]);
    else if (ids.indexOf(ids[k]) !== k) refuse(`ids[${k}]`, "each id once", ids[k]);
  });
  if (sets.length === 0) refuse("sets", "at least one parameter set", sets);
  sets.forEach((set, s) => {
    if (set.length !== ids.length) refuse(`sets[${s}]`, `${ids.length} numbers, one an id`, `${set.length} numbers`);
    set.forEach((value, k) => {
      const parameter = parameters[k];
      if (parameter === undefined || (value >= parameter.minimum && value <= parameter.maximum)) return;
      refuse(`sets[${s}][${k}]`, `${parameter.id} from ${parameter.minimum} to ${parameter.maximum}`, value);
    });
  });
  if (problems.length > 0) throw new InputRefused(problems);
  return { digest: sha256Hex(JSON.stringify([ids, sets])), ids: ids as ParameterId[], sets, made };
}

/** The text of a file that `parseEnsemble` takes, one set a line. */
export function formatEnsemble({ ids, sets, made }: Omit<Ensemble, "digest">): string {
  const head = { version: ENSEMBLE_VERSION, parameterTable: parameterTableDigest(), made, ids };
  const lines = sets.map((set) => `    ${JSON.stringify(set)}`).join(",\n");
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "sets": [\n${lines}\n  ]\n}\n`;
}

/** SHA-256 of ids, defaults and ranges: sets that were matched with another table say nothing about this one. */
function parameterTableDigest(): string {
  return sha256Hex(JSON.stringify(PARAMETERS.map((p) => [p.id, p.default, p.minimum, p.maximum])));
}

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
