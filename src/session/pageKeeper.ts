import type { Session } from "./createSession.ts";
import type { Notice, Opening } from "./notice.ts";
import type { KeptPage, PageStore } from "./pageStore.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";
import type { PlanKey } from "./plans.ts";
import type { View } from "./view.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { isPageLink } from "./linkMark.ts";
import { storageFault } from "./pageStore.ts";
import { saveHistory, withHistory } from "./savedHistory.ts";
import { asSaved, checkSavedPage, type RestoredPage, SAVED_PAGE_VERSION, savePage, workOf } from "./savedPage.ts";
import { planOfAddress } from "./view.ts";

/** How long the plans must stand still before they are saved. */
const SAVE_PAUSE_MS = 400;

export type KeeperSources = {
  readonly openStore: () => Promise<PageStore>;
  /** Tells the other tabs that the work was saved, and is told by them. */
  readonly channel: Pick<BroadcastChannel, "postMessage" | "addEventListener">;
  readonly now: () => number;
  readonly viewOf: (search: string) => View;
};

export type Address = { readonly search: string; readonly hash: string };

export type PageKeeper = ReturnType<typeof createPageKeeper>;

/**
 * Keeps the plans of the page in the browser's storage and finds what a new page starts with. Nothing stored is ever
 * replaced unseen: what gives way to other plans goes to the list of kept pages first.
 */
export function createPageKeeper({ openStore, channel, now, viewOf }: KeeperSources) {
  let session: Session | null = null;
  let store: PageStore | null = null;
  /** Revision of the stored work that this tab knows. */
  let known = 0;
  /** The work that is stored or needs no storing; null before there is any. */
  let saved: string | null = null;
  /** Another tab has saved other plans, and the reader has not yet said which are to stay. */
  let isDisputed = false;
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (notice: Notice) => session?.send({ type: "NOTICE_RAISED", notice });

  /** What a new page starts with; a fault of the storage is a notice, never an error. */
  async function open(study: LoadedStudy, { search, hash }: Address): Promise<Opening> {
    const notices: Notice[] = [];
    const stored = await readStored(study, notices);
    const opening: Opening = { page: null, view: null, notices };
    if (isPageLink(hash)) {
      const link = await readLink(hash, study);
      if (link.status === "opened") {
        notices.push(...(await putAside(stored, study)));
        return { ...opening, page: link.page };
      }
      notices.push({ kind: "linkRefused", reason: link.reason, problems: link.problems });
    }
    if (!stored) return opening;
    const active = shownPlan(stored, planOfAddress(search), study);
    if (active === null) {
      notices.push(...(await putAside(stored, study)));
      return opening;
    }
    saved = workOf(asSaved(stored));
    return {
      ...opening,
      page: { ...stored, active },
      view: search === "" && stored.view !== "" ? viewOf(stored.view) : null,
    };
  }

  async function readStored(study: LoadedStudy, notices: Notice[]): Promise<RestoredPage | null> {
    try {
      store = await openStore();
      const work = await store.readWork();
      known = work?.revision ?? 0;
      if (!work) return null;
      const page = readable(work.page, study);
      if (page) return withHistory(page, work.history, study);
      await store.keep({ name: "", savedAt: work.savedAt, kind: "unreadable", page: work.page });
      notices.push({ kind: isNewer(work.page) ? "workNewer" : "workUnreadable" });
      saved = ""; // the page of this visit takes its place at once, or the next visit would put it aside again
      return null;
    } catch (error) {
      notices.push({ kind: storageFault(error) });
      return null;
    }
  }

  /** Plans that give way to others go to the list, unless they are nothing but presets; what the reader is to be told. */
  async function putAside(page: RestoredPage | null, { presets }: LoadedStudy): Promise<Notice[]> {
    saved = "";
    const isOwnWork = page?.plans.some(({ plan, opened }) => plan !== opened || !presets.includes(plan));
    if (!store || !page || !isOwnWork) return [];
    try {
      await store.keep({ name: "", savedAt: now(), kind: "aside", page: asSaved(page) });
      return [{ kind: "workKept" }];
    } catch (error) {
      return [{ kind: storageFault(error) }];
    }
  }

  /** Saves what changes on the page from now on. */
  function follow(followed: Session): void {
    session = followed;
    let last: readonly unknown[] = [];
    followed.subscribe(({ context: { study, plans, seed, futuresWanted } }) => {
      const next = [plans, seed, futuresWanted];
      if (!study || next.every((part, k) => part === last[k])) return;
      last = next;
      saved ??= work();
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_PAUSE_MS);
    });
    channel.addEventListener("message", dispute);
  }

  /** Saves now; the answer comes when all is written. */
  function save(): Promise<void> {
    clearTimeout(timer);
    writing = writing.then(write);
    return writing;
  }

  async function write(): Promise<void> {
    const content = work();
    if (!store || !session?.getSnapshot().context.study || isDisputed || content === saved) return;
    try {
      const { context } = session.getSnapshot();
      const written = await store.writeWork(
        { page: savePage(context), history: saveHistory(context.plans), savedAt: now() },
        known,
      );
      if (written.status === "conflict") return dispute();
      known = written.revision;
      saved = content;
      channel.postMessage({ revision: known });
      session.send({ type: "NOTICE_CLOSED", kind: "storageFull" });
    } catch (error) {
      tell({ kind: storageFault(error) });
    }
  }

  function work(): string {
    return workOf(savePage(session!.getSnapshot().context));
  }

  function dispute(): void {
    isDisputed = true;
    tell({ kind: "otherTab" });
  }

  /** Ends a dispute: the plans of one tab are saved from now on, those of the other are put aside. */
  async function settle(whose: "here" | "otherTab"): Promise<void> {
    const study = session?.getSnapshot().context.study;
    const stored = await store?.readWork();
    if (!session || !study || !store) return;
    const theirs = stored ? readable(stored.page, study) : null;
    if (stored && !theirs)
      await store.keep({ name: "", savedAt: stored.savedAt, kind: "unreadable", page: stored.page });
    known = stored?.revision ?? 0;
    isDisputed = false;
    session.send({ type: "NOTICE_CLOSED", kind: "otherTab" });
    if (whose === "otherTab" && theirs) {
      await replace(theirs);
      saved = workOf(asSaved(theirs));
    } else {
      for (const notice of await putAside(theirs, study)) tell(notice);
      await save();
    }
  }

  /** Other plans in the place of those on the page, which are put aside. */
  async function replace(page: RestoredPage): Promise<void> {
    const context = session?.getSnapshot().context;
    if (!session || !context?.study) return;
    const notices = await putAside(restored(context.study), context.study);
    session.send({ type: "PAGE_RESTORED", page });
    notices.forEach(tell);
  }

  function restored(study: LoadedStudy): RestoredPage | null {
    return readable(savePage(session!.getSnapshot().context), study);
  }

  /** A link pasted into the address of this page. */
  async function openLink(hash: string): Promise<void> {
    const study = session?.getSnapshot().context.study;
    if (!study) return;
    const link = await readLink(hash, study);
    if (link.status === "opened") await replace(link.page);
    else tell({ kind: "linkRefused", reason: link.reason, problems: link.problems });
  }

  return {
    open,
    follow,
    save,
    settle,
    replace,
    openLink,
    list: async (): Promise<readonly KeptPage[]> => (store ? await store.list() : []),
    /** Keeps the plans on the page under a name; false where there is no storage. */
    keep: async (name: string): Promise<boolean> => {
      if (!store || !session) return false;
      await store.keep({ name, savedAt: now(), kind: "named", page: savePage(session.getSnapshot().context) });
      return true;
    },
    rename: async (id: number, name: string) => store?.rename(id, name),
    remove: async (id: number) => store?.remove(id),
  };
}

/** The stored plan that the address names by its letter or as an unchanged preset; null: a preset that is not among them. */
function shownPlan({ plans, active }: RestoredPage, wanted: string | null, { presets }: LoadedStudy): PlanKey | null {
  const named = plans.find(({ key, plan }) => key === wanted || (plan.id === wanted && presets.includes(plan)));
  if (named) return named.key;
  return presets.some(({ id }) => id === wanted) ? null : active;
}

async function readLink(hash: string, study: LoadedStudy) {
  const { openPageLink } = await import("./pageLink.ts");
  return openPageLink(hash, study);
}

/** A stored page that this version can show; null otherwise. */
export function readable(page: unknown, study: LoadedStudy): RestoredPage | null {
  try {
    return checkSavedPage(page, "stored plans", study);
  } catch (error) {
    if (error instanceof InputRefused) return null;
    throw error;
  }
}

function isNewer(page: unknown): boolean {
  const version = (page as { readonly version?: unknown } | null)?.version;
  return typeof version === "number" && version > SAVED_PAGE_VERSION;
}
