import type { SimulationRunner } from "#session/simulationWorker.ts";
import { createSession, type Session } from "#session/createSession.ts";
import { createPageKeeper, type PageKeeper, readable } from "#session/pageKeeper.ts";
import { pageLink } from "#session/pageLink.ts";
import type { KeptPage, PageStore, Work } from "#session/pageStore.ts";
import { blankPlan, changeMeasure } from "#session/planEdits.ts";
import { savePage } from "#session/savedPage.ts";
import { ofActivePlan } from "#session/sessionContext.ts";
import { openView } from "#session/view.ts";
import { describe, expect, it, vi } from "vitest";
import { readStudyFiles } from "./fixtures/readStudyFiles.ts";

const study = readStudyFiles();

describe("the plans on the page", () => {
  it("come back after a reload with what was opened, seed and number of futures", async () => {
    const browser = memoryBrowser();
    const first = await visit(browser);
    changeAdvice(first.session, 100);
    first.session.send({ type: "PLAN_ADDED", plan: blankPlan("B") });
    first.session.send({ type: "SEED_CHANGED", seed: "7" });
    first.session.send({ type: "FUTURES_WANTED", count: 100 });
    await first.keeper.save();
    const { context } = (await visit(browser)).session.getSnapshot();
    expect(context.plans.map(({ key, plan }) => [key, plan.id])).toEqual([
      ["A", "core-ecosystem-changed"],
      ["B", "plan-b"],
    ]);
    expect(context.plans[0].plan.measures[0].size).toBe(100);
    expect(context.plans[0].opened).toBe(study.presets.find(({ id }) => id === "core-ecosystem"));
    expect([context.active, context.seed, context.futuresWanted, context.notices]).toEqual(["B", "7", 100, []]);
  });

  it("come back with their steps: undo after a reload leads back to the preset, redo forward again", async () => {
    const browser = memoryBrowser();
    const first = await visit(browser);
    for (const size of [100, 120, 140]) {
      changeAdvice(first.session, size);
      first.session.send({ type: "GESTURE_ENDED" });
    }
    first.session.send({ type: "UNDO" });
    await first.keeper.save();
    const { session } = await visit(browser);
    const sizeAfter = (type: "UNDO" | "REDO") => {
      session.send({ type });
      return ofActivePlan(session.getSnapshot().context).plan.measures[0].size;
    };
    expect([sizeAfter("REDO"), sizeAfter("UNDO"), sizeAfter("UNDO")]).toEqual([140, 120, 100]);
    expect(sizeAfter("UNDO")).toBe(60);
    expect(ofActivePlan(session.getSnapshot().context).plan).toBe(
      study.presets.find(({ id }) => id === "core-ecosystem"),
    );
  });

  it.each([
    ["garbled", 5],
    ["of another shape", { A: { past: [{ plan: 1 }], future: {} } }],
    ["missing", undefined],
  ])("come back without steps where those are %s", async (_, history) => {
    const browser = memoryBrowser();
    const first = await visit(browser);
    changeAdvice(first.session, 100);
    await first.keeper.save();
    browser.work = { ...browser.work!, history };
    const { context } = (await visit(browser)).session.getSnapshot();
    expect(context.plans[0].plan.measures[0].size).toBe(100);
    expect([context.plans[0].past, context.plans[0].future, context.notices]).toEqual([[], [], []]);
  });

  it("are not written by a visit that changes nothing", async () => {
    const browser = memoryBrowser();
    const { keeper, session } = await visit(browser);
    session.send({ type: "VIEW_CHANGED", change: { year: 2030 } });
    await keeper.save();
    expect(browser.work).toBeNull();
  });

  it("are written by themselves a moment after a change", async () => {
    const browser = memoryBrowser();
    const { session } = await visit(browser);
    changeAdvice(session, 100);
    await vi.waitFor(() => expect(browser.work?.revision).toBe(1), { timeout: 2000 });
  });

  it("give way to a link, and are kept in the list", async () => {
    const browser = memoryBrowser();
    const first = await visit(browser);
    const link = pageLink(savePage(first.session.getSnapshot().context));
    changeAdvice(first.session, 100);
    await first.keeper.save();
    const second = await visit(browser, { hash: link });
    expect(ofActivePlan(second.session.getSnapshot().context).plan.id).toBe("core-ecosystem");
    expect(second.session.getSnapshot().context.notices).toEqual([{ kind: "workKept" }]);
    expect(browser.kept.map(({ kind }) => kind)).toEqual(["aside"]);
    expect(readable(browser.kept[0].page, study)!.plans[0].plan.measures[0].size).toBe(100);
    await second.keeper.save();
    await visit(browser); // the opened link is now the work, and nothing is put aside again
    expect(browser.kept).toHaveLength(1);
  });

  it("stay when a link is refused, and the reason is told", async () => {
    const browser = memoryBrowser();
    const first = await visit(browser);
    const link = pageLink(savePage(first.session.getSnapshot().context));
    changeAdvice(first.session, 100);
    await first.keeper.save();
    const { context } = (await visit(browser, { hash: link.slice(0, -5) })).session.getSnapshot();
    expect(context.notices).toEqual([{ kind: "linkRefused", reason: "cut", problems: [] }]);
    expect(ofActivePlan(context).plan.measures[0].size).toBe(100);
  });

  it("give way to another preset of the address, but not to their own", async () => {
    const browser = memoryBrowser();
    const first = await visit(browser);
    first.session.send({ type: "PLAN_ADDED", plan: blankPlan("B") });
    first.session.send({ type: "PLAN_CHOSEN", key: "A" });
    await first.keeper.save();
    const own = await visit(browser, { search: "?plan=core-ecosystem" });
    expect(own.session.getSnapshot().context.plans).toHaveLength(2);
    const other = await visit(browser, { search: "?plan=subsidy-only" });
    expect(ofActivePlan(other.session.getSnapshot().context).plan.id).toBe("subsidy-only");
    expect(browser.kept).toHaveLength(1);
  });
});

describe("the address", () => {
  it("names the plan that is looked at, and no look at another plan sets any of them aside", async () => {
    const browser = memoryBrowser();
    const first = await visit(browser);
    changeAdvice(first.session, 100);
    first.session.send({ type: "PLAN_ADDED", plan: study.presets.find(({ id }) => id === "subsidy-only")! });
    first.session.send({ type: "PLAN_CHOSEN", key: "A" });
    await first.keeper.save();
    for (const [search, active] of [
      ["?plan=subsidy-only", "B"],
      ["?plan=B", "B"],
      ["?plan=A", "A"],
      ["?plan=D", "A"],
      ["?plan=nothing", "A"],
    ]) {
      const { context } = (await visit(browser, { search })).session.getSnapshot();
      expect([context.plans.length, context.active, context.notices], search).toEqual([2, active, []]);
    }
  });
});

describe("two tabs", () => {
  it("never overwrite each other: the one that did not write is told and saves nothing until it has chosen", async () => {
    const browser = memoryBrowser();
    const [one, two] = [await visit(browser), await visit(browser)];
    changeAdvice(one.session, 100);
    await one.keeper.save();
    expect(two.session.getSnapshot().context.notices).toEqual([{ kind: "otherTab" }]);
    changeAdvice(two.session, 200);
    await two.keeper.save();
    expect(sizeIn(browser.work)).toBe(100);
    await two.keeper.settle("here");
    expect(sizeIn(browser.work)).toBe(200);
    expect(sizeIn(browser.kept[0])).toBe(100);
    expect(one.session.getSnapshot().context.notices).toEqual([{ kind: "otherTab" }]);
    await one.keeper.settle("otherTab");
    expect(ofActivePlan(one.session.getSnapshot().context).plan.measures[0].size).toBe(200);
    expect(browser.kept.map(sizeIn)).toEqual([100, 100]);
  });

  it("are told apart also when no message comes through: the revision shows it", async () => {
    const browser = memoryBrowser();
    browser.isSilent = true;
    const [one, two] = [await visit(browser), await visit(browser)];
    changeAdvice(one.session, 100);
    await one.keeper.save();
    changeAdvice(two.session, 200);
    await two.keeper.save();
    expect(sizeIn(browser.work)).toBe(100);
    expect(two.session.getSnapshot().context.notices).toEqual([{ kind: "otherTab" }]);
  });
});

describe("a storage", () => {
  it.each([
    ["blocked", new DOMException("denied", "SecurityError"), "storageBlocked"],
    ["of a newer version of the page", new DOMException("newer", "VersionError"), "storageNewer"],
  ])("that is %s is told, and the page opens as if there were none", async (_, fault, kind) => {
    const browser = memoryBrowser();
    browser.openFault = fault;
    const { session, keeper } = await visit(browser);
    expect(session.getSnapshot().context.notices).toEqual([{ kind }]);
    expect(ofActivePlan(session.getSnapshot().context).plan.id).toBe("core-ecosystem");
    changeAdvice(session, 100);
    await keeper.save();
    expect(await keeper.keep("x")).toBe(false);
  });

  it("that is full is told, work goes on, and it is saved when there is room again", async () => {
    const browser = memoryBrowser();
    const { session, keeper } = await visit(browser);
    browser.writeFault = new DOMException("full", "QuotaExceededError");
    changeAdvice(session, 100);
    await keeper.save();
    expect(session.getSnapshot().context.notices).toEqual([{ kind: "storageFull" }]);
    browser.writeFault = null;
    changeAdvice(session, 120);
    await keeper.save();
    expect(session.getSnapshot().context.notices).toEqual([]);
    expect(sizeIn(browser.work)).toBe(120);
  });

  it.each([
    ["garbled", { nonsense: true }, "workUnreadable"],
    ["of a newer page", { version: 99, plans: [] }, "workNewer"],
    ["null", null, "workUnreadable"],
  ])("whose work is %s is told, and the work is kept as it is", async (_, page, kind) => {
    const browser = memoryBrowser();
    browser.work = { revision: 3, savedAt: 0, page };
    const { session, keeper } = await visit(browser);
    expect(session.getSnapshot().context.notices).toEqual([{ kind }]);
    expect(browser.kept).toMatchObject([{ kind: "unreadable", page }]);
    await keeper.save();
    expect(browser.work?.revision).toBe(4);
    await visit(browser);
    expect(browser.kept).toHaveLength(1);
  });

  it("holds named pages, which can be renamed, opened and removed", async () => {
    const browser = memoryBrowser();
    const { session, keeper } = await visit(browser);
    changeAdvice(session, 100);
    await keeper.keep("First try");
    changeAdvice(session, 120);
    const [kept] = await keeper.list();
    await keeper.rename(kept.id, "The one");
    await keeper.replace(readable(kept.page, study)!);
    expect(ofActivePlan(session.getSnapshot().context).plan.measures[0].size).toBe(100);
    expect((await keeper.list()).map(({ name, kind }) => [name, kind])).toEqual([
      ["The one", "named"],
      ["", "aside"],
    ]);
    expect(sizeIn((await keeper.list())[1])).toBe(120);
    await keeper.remove(kept.id);
    expect(await keeper.list()).toHaveLength(1);
  });
});

/** The storage of one browser, shared by its tabs. */
function memoryBrowser() {
  const listeners = new Set<{ of: object; hear: () => void }>();
  const browser = {
    work: null as Work | null,
    kept: [] as KeptPage[],
    openFault: null as Error | null,
    writeFault: null as Error | null,
    isSilent: false,
    channel: () => {
      const self = {};
      return {
        postMessage: () => {
          if (!browser.isSilent) for (const { of, hear } of listeners) if (of !== self) hear();
        },
        addEventListener: (_: string, hear: () => void) => listeners.add({ of: self, hear }),
      };
    },
    openStore: async (): Promise<PageStore> => {
      if (browser.openFault) throw browser.openFault;
      return {
        readWork: async () => browser.work,
        writeWork: async (work, known) => {
          if (browser.writeFault) throw browser.writeFault;
          const before = browser.work?.revision ?? 0;
          if (before !== known) return { status: "conflict", revision: before };
          browser.work = { ...structuredClone(work), revision: known + 1 };
          return { status: "written", revision: known + 1 };
        },
        list: async () => browser.kept,
        keep: async (page) => {
          browser.kept.push({ ...structuredClone(page), id: browser.kept.length + 1 });
        },
        rename: async (id, name) => {
          browser.kept = browser.kept.map((page) => (page.id === id ? { ...page, name } : page));
        },
        remove: async (id) => {
          browser.kept = browser.kept.filter((page) => page.id !== id);
        },
      };
    },
  };
  return browser;
}

async function visit(
  browser: ReturnType<typeof memoryBrowser>,
  { search = "", hash = "" } = {},
): Promise<{ session: Session; keeper: PageKeeper }> {
  const viewOf = (query: string) =>
    openView(query, undefined, { languages: ["en"], isNarrow: false, hasRoomForCharts: false });
  const keeper = createPageKeeper({
    openStore: browser.openStore,
    channel: browser.channel() as never,
    now: () => 0,
    viewOf,
  });
  const runner: SimulationRunner = { prepare: () => {}, stop: () => {}, run: () => new Promise(() => {}) };
  const session = createSession({
    loadStudy: async () => study,
    runner,
    futuresRunner: { run: () => () => {} } as never,
    view: viewOf(search),
    wantedPreset: new URLSearchParams(search).get("plan"),
    openPage: (loaded) => keeper.open(loaded, { search, hash }),
  });
  keeper.follow(session);
  await vi.waitFor(() => expect(session.getSnapshot().context.study).not.toBeNull());
  return { session, keeper };
}

function changeAdvice(session: Session, size: number) {
  const { plan } = ofActivePlan(session.getSnapshot().context);
  const regionIds = study.data.regions.map(({ id }) => id);
  const edited = changeMeasure(plan, 0, { size }, regionIds);
  if (edited.status !== "accepted") throw new Error("the test's change was refused");
  session.send({ type: "PLAN_CHANGED", plan: edited.plan });
}

function sizeIn(stored: { readonly page: unknown } | null): number {
  return readable(stored!.page, study)!.plans[0].plan.measures[0].size;
}
