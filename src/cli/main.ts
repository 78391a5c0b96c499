import { InputRefused } from "#domain/inputProblem.ts";
import { createProgram } from "./program.ts";

// Whoever reads the output may stop reading, as `head` does; that is no failure of the command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// npm starts scripts in the folder of the project; files are named from where npm was called.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env;
if (script === "twin" && calledFrom !== undefined) process.chdir(calledFrom);

/** Exit status: 0 done, 2 the input is not acceptable, 1 anything else. */
try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof InputRefused) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (isCommanderError(error)) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

function isCommanderError(error: unknown): error is { exitCode: number; code: string } {
  return error instanceof Error && "exitCode" in error && "code" in error;
}
