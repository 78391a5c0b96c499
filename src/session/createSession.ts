import type { YearSnapshot } from "#domain/runResult.ts";
import type { ActorRefFrom } from "xstate";
import type { FuturesRunner } from "./futuresWorkers.ts";
import type { SimulationJob } from "./sessionContext.ts";
import type { SessionEvent } from "./sessionEvents.ts";
import type { SimulationRunner } from "./simulationWorker.ts";
import type { Opening } from "./notice.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";
import type { View } from "./view.ts";
import { messageOf } from "#domain/messageOf.ts";
import { createActor, fromCallback, fromPromise } from "xstate";
import { createFuturesSimulator, type FuturesJob } from "./futures.ts";
import { sessionMachine } from "./sessionMachine.ts";

export type Session = ActorRefFrom<typeof sessionMachine>;

export type SessionSources = {
  readonly loadStudy: () => Promise<LoadedStudy>;
  readonly runner: SimulationRunner;
  readonly futuresRunner: FuturesRunner;
  readonly view: View;
  readonly wantedPreset: string | null;
  /** Plans of a link or of the browser's storage, if there are any; never rejects. */
  readonly openPage?: (study: LoadedStudy) => Promise<Opening>;
};

const FIRST_SEED = "1";

/** After the first year of a run those that come within this time are shown together: the page is drawn a few times, not once a year. */
const YEARS_TOGETHER_MS = 300;

/** Starts the session: it loads the study, runs the baseline and the plan, and then answers events. */
export function createSession({
  loadStudy,
  runner,
  futuresRunner,
  view,
  wantedPreset,
  openPage,
}: SessionSources): Session {
  const simulateFutures = createFuturesSimulator(futuresRunner);
  const machine = sessionMachine.provide({
    actors: {
      loadStudy: fromPromise(async () => {
        const study = await loadStudy();
        return { study, opening: (await openPage?.(study)) ?? null };
      }),
      simulate: fromCallback<SessionEvent, SimulationJob>(({ input, sendBack }) => {
        const { study, part, request } = input;
        const arrived: YearSnapshot[] = [];
        let pause = 0;
        let timer: ReturnType<typeof setTimeout> | undefined;
        const pass = () => {
          clearTimeout(timer);
          timer = undefined;
          pause = YEARS_TOGETHER_MS;
          for (const snapshot of arrived.splice(0)) sendBack({ type: "YEAR_ARRIVED", snapshot });
        };
        runner
          .run(study, request, (snapshot) => {
            arrived.push(snapshot);
            timer ??= setTimeout(pass, pause);
          })
          .then((summary) => {
            pass();
            sendBack({ type: "RUN_DONE", part, request, summary });
          })
          .catch((error: unknown) => sendBack({ type: "RUN_FAILED", request, message: messageOf(error) }));
      }),
      simulateFutures: fromCallback<SessionEvent, FuturesJob>(({ input, sendBack }) =>
        simulateFutures(
          input,
          (futures) => sendBack({ type: "FUTURES_ARRIVED", futures }),
          (message) => sendBack({ type: "FUTURES_FAILED", message }),
        ),
      ),
    },
  });
  return createActor(machine, { input: { view, wantedPreset, seed: FIRST_SEED } }).start();
}
