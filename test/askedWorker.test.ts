import * as Comlink from "comlink";
import { askWorker } from "#session/askedWorker.ts";
import { analyseRegionsOnce } from "#session/regionAnalysisWorker.ts";
import { afterEach, describe, expect, it, vi } from "vitest";

type Doubler = { readonly double: (number: number) => number | Promise<number> };

describe("one question to a worker of its own", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is answered by the worker, which then ends", async () => {
    const { worker, terminate } = fakeWorker({ double: (number) => 2 * number });
    const { result } = askWorker<Doubler, number>(
      () => worker,
      (service) => service.double(21),
    );
    expect(await result).toBe(42);
    expect(terminate).toHaveBeenCalledOnce();
  });

  it("fails with the message of a worker that fails, which then ends", async () => {
    const { worker, terminate } = fakeWorker({ double: () => new Promise<number>(() => {}) });
    const { result } = askWorker<Doubler, number>(
      () => worker,
      (service) => service.double(21),
    );
    worker.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
    await expect(result).rejects.toThrow("out of memory");
    expect(terminate).toHaveBeenCalledOnce();
  });

  it("fails, and throws nothing where it is asked, in a browser that refuses a worker; the next try starts anew", async () => {
    const refused = vi.fn(function Worker() {
      throw new Error("no more workers");
    });
    vi.stubGlobal("Worker", refused);
    for (const tries of [1, 2]) {
      const { result } = analyseRegionsOnce("a year", (service) =>
        service.noInefficiencyChance(new Float64Array(), "M1", 1),
      );
      await expect(result).rejects.toThrow("a worker could not start: no more workers");
      expect(refused).toHaveBeenCalledTimes(tries);
    }
  });
});

/** A worker by its two ends: what is said to it is copied as between threads. */
function fakeWorker(service: Doubler) {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(service, port2 as unknown as Comlink.Endpoint);
  const terminate = vi.fn(() => {
    port1.close();
    port2.close();
  });
  port1.start();
  return { worker: Object.assign(port1, { terminate }) as unknown as Worker, terminate };
}
