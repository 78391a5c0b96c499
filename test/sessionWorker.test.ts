import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { DigestedData, RunRequest } from "#engine/simulationService.ts";
import * as Comlink from "comlink";
import { NO_PLAN } from "#domain/noPlan.ts";
import { WORKER_SILENT } from "#session/silence.ts";
import { createSimulationRunner } from "#session/simulationWorker.ts";
import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => vi.useRealTimers());

const STUDY = { data: {}, dataDigest: "" } as DigestedData;
const REQUEST: RunRequest = { scenario: { ...NO_PLAN, until: 2024 }, seed: "1", replicate: 0 };
const SUMMARY = { money: [] } as unknown as RunSummary;
type OnYear = (snapshot: YearSnapshot) => void;

describe("a simulation runner", () => {
  it("gives the data to a worker once and keeps the worker for the next runs", async () => {
    const workers: FakeWorker[] = [];
    const runner = createSimulationRunner(() =>
      keep(workers, new FakeWorker((onYear) => [2023, 2024].forEach(yearBy(onYear)))),
    );
    const years: number[] = [];
    expect(await runner.run(STUDY, REQUEST, ({ year }) => years.push(year))).toEqual(SUMMARY);
    await runner.run(STUDY, REQUEST, () => {});
    expect(years).toEqual([2023, 2024]);
    expect(workers).toHaveLength(1);
    expect(workers[0].opened).toBe(1);
    runner.stop();
  });

  it("runs in the worker that was prepared", async () => {
    const workers: FakeWorker[] = [];
    const runner = createSimulationRunner(() =>
      keep(workers, new FakeWorker((onYear) => [2023, 2024].forEach(yearBy(onYear)))),
    );
    runner.prepare();
    runner.prepare();
    expect(workers).toHaveLength(1);
    expect(await runner.run(STUDY, REQUEST, () => {})).toEqual(SUMMARY);
    expect(workers).toHaveLength(1);
    expect(workers[0].opened).toBe(1);
    runner.stop();
  });

  it("says of a worker that could not be prepared only when it is to run", async () => {
    const runner = createSimulationRunner(() => {
      throw new Error("refused");
    });
    runner.prepare();
    await expect(runner.run(STUDY, REQUEST, () => {})).rejects.toThrow("a worker could not start: refused");
  });

  it("waits for years that arrive after the answer", async () => {
    const late = new FakeWorker((onYear) => {
      yearBy(onYear)(2023);
      setTimeout(() => yearBy(onYear)(2024), 20);
    });
    const runner = createSimulationRunner(() => late as never);
    const years: number[] = [];
    await runner.run(STUDY, REQUEST, ({ year }) => years.push(year));
    expect(years).toEqual([2023, 2024]);
    runner.stop();
  });

  it("passes on why a run failed and stays usable", async () => {
    let isBroken = true;
    const worker = new FakeWorker((onYear) => {
      if (isBroken) throw new Error("identity ID-1 does not hold");
      [2023, 2024].forEach(yearBy(onYear));
    });
    const runner = createSimulationRunner(() => worker as never);
    await expect(runner.run(STUDY, REQUEST, () => {})).rejects.toThrow("identity ID-1 does not hold");
    isBroken = false;
    expect(await runner.run(STUDY, REQUEST, () => {})).toEqual(SUMMARY);
    runner.stop();
  });

  it("rejects the run when the worker crashes, and starts a new worker for the next one", async () => {
    const workers: FakeWorker[] = [];
    const runner = createSimulationRunner(() =>
      keep(
        workers,
        new FakeWorker((onYear) =>
          workers.length === 1 ? yearBy(onYear)(2023) : [2023, 2024].forEach(yearBy(onYear)),
        ),
      ),
    );
    const run = runner.run(STUDY, REQUEST, () =>
      workers[0].dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" })),
    );
    await expect(run).rejects.toThrow("out of memory");
    expect(workers[0].isTerminated).toBe(true);
    expect(await runner.run(STUDY, REQUEST, () => {})).toEqual(SUMMARY);
    expect(workers).toHaveLength(2);
    runner.stop();
  });

  it("takes a worker that says nothing for ten seconds for dead", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const silent = new FakeWorker(() => {});
    const runner = createSimulationRunner(() => silent as never);
    const run = runner.run(STUDY, REQUEST, () => {});
    const rejected = expect(run).rejects.toThrow(WORKER_SILENT);
    await vi.advanceTimersByTimeAsync(10_000);
    await rejected;
    expect(silent.isTerminated).toBe(true);
  });

  it("takes a worker that has begun to answer for dead after four seconds of silence", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const silent = new FakeWorker((onYear) => yearBy(onYear)(2023));
    const runner = createSimulationRunner(() => silent as never);
    let rejected: Promise<void> | null = null;
    await new Promise<void>((resolve) => {
      rejected = expect(runner.run(STUDY, REQUEST, () => resolve())).rejects.toThrow(WORKER_SILENT);
    });
    await vi.advanceTimersByTimeAsync(3900);
    expect(silent.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(silent.isTerminated).toBe(true);
    await rejected;
  });

  it("gives a worker that slept with the device ten seconds more", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const sleeper = new FakeWorker(() => {});
    sleeper.postMessage = () => {}; // asleep, it does not hear that it is opened
    const runner = createSimulationRunner(() => sleeper as never);
    const rejected = expect(runner.run(STUDY, REQUEST, () => {})).rejects.toThrow(WORKER_SILENT);
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sleeper.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    await rejected;
  });
});

function yearBy(onYear: OnYear) {
  return (year: number) => onYear({ year } as YearSnapshot);
}

function keep(workers: FakeWorker[], worker: FakeWorker): Worker {
  workers.push(worker);
  return worker as never;
}

/** What the runner needs of a Worker, with the service on the other end of a channel in the same thread. */
class FakeWorker extends EventTarget {
  opened = 0;
  isTerminated = false;
  readonly #channel = new MessageChannel();

  constructor(simulate: (onYear: OnYear) => void) {
    super();
    const service = {
      open: () => {
        this.opened++;
      },
      run: (_request: RunRequest, onYear: OnYear) => {
        simulate(onYear);
        return SUMMARY;
      },
    };
    Comlink.expose(service, this.#channel.port2 as never);
    this.#channel.port1.addEventListener("message", (event) =>
      this.dispatchEvent(
        new MessageEvent("message", { data: (event as MessageEvent).data, ports: [...(event as MessageEvent).ports] }),
      ),
    );
    this.#channel.port1.start();
  }

  postMessage(message: unknown, transfer: Transferable[]) {
    this.#channel.port1.postMessage(message, transfer as never);
  }

  terminate() {
    this.isTerminated = true;
    this.#channel.port1.close();
  }
}
