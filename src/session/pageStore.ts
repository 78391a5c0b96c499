import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Pages in the storage of this browser: the work of the last visit, and a list of kept ones. */
export type PageStore = {
  readonly readWork: () => Promise<Work | null>;
  /** Writes unless another tab has written since `known`; then nothing is changed. */
  readonly writeWork: (work: Omit<Work, "revision">, known: number) => Promise<Written>;
  readonly list: () => Promise<readonly KeptPage[]>;
  readonly keep: (page: Omit<KeptPage, "id">) => Promise<void>;
  readonly rename: (id: number, name: string) => Promise<void>;
  readonly remove: (id: number) => Promise<void>;
};

/** `page` and the steps of undo are what was written, still unchecked; `revision` counts the writings. */
export type Work = {
  readonly revision: number;
  readonly savedAt: number;
  readonly page: unknown;
  /** Missing in what earlier versions wrote. */
  readonly history?: unknown;
};

export type Written = { readonly status: "written" | "conflict"; readonly revision: number };

export type KeptPage = {
  readonly id: number;
  readonly name: string;
  readonly savedAt: number;
  /** Named by the reader, put aside when other plans were opened, or not readable by this version. */
  readonly kind: "named" | "aside" | "unreadable";
  readonly page: unknown;
};

export type StorageFault = "storageBlocked" | "storageFull" | "storageNewer";

type Stores = DBSchema & {
  work: { key: "current"; value: Work };
  kept: { key: number; value: Omit<KeptPage, "id"> & { readonly id?: number } };
};

const NAME = "ecosystem-twin";
/** Each version adds its step to `migrate`; what is stored is never thrown away. */
const VERSION = 1;
/** A storage that answers later is taken for blocked; a busy machine may need seconds. */
const LONGEST_WAIT_MS = 15_000;

/** Rejects where storage is blocked or of a newer version of the page; see `storageFault`. */
export async function openPageStore(): Promise<PageStore> {
  let db: IDBPDatabase<Stores>;
  const opened = openDB<Stores>(NAME, VERSION, {
    upgrade: migrate,
    blocking: () => db.close(), // a newer version of the page waits in another tab
  });
  db = await Promise.race([opened, patience()]);
  return {
    readWork: async () => (await db.get("work", "current")) ?? null,
    writeWork: async (work, known) => {
      const transaction = db.transaction("work", "readwrite");
      const before = (await transaction.store.get("current"))?.revision ?? 0;
      if (before === known) await transaction.store.put({ ...work, revision: known + 1 }, "current");
      await transaction.done;
      return before === known ? { status: "written", revision: known + 1 } : { status: "conflict", revision: before };
    },
    list: async () => (await db.getAll("kept")) as readonly KeptPage[],
    keep: async (page) => {
      await db.add("kept", page);
    },
    rename: async (id, name) => {
      const transaction = db.transaction("kept", "readwrite");
      const page = await transaction.store.get(id);
      if (page) await transaction.store.put({ ...page, name, kind: page.kind === "aside" ? "named" : page.kind });
      await transaction.done;
    },
    remove: (id) => db.delete("kept", id),
  };
}

/** Why storage refused, from the name of the error that browsers give. */
export function storageFault(error: unknown): StorageFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "storageFull";
  return name === "VersionError" ? "storageNewer" : "storageBlocked";
}

function migrate(db: IDBPDatabase<Stores>, oldVersion: number): void {
  if (oldVersion < 1) {
    db.createObjectStore("work");
    db.createObjectStore("kept", { keyPath: "id", autoIncrement: true });
  }
}

function patience(): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(() => reject(new Error("the storage does not answer")), LONGEST_WAIT_MS),
  );
}
