import { describe, expect, it } from "vitest";
import { replicationWords as en } from "#ui/words/replication/en.ts";
import { replicationWords as kk } from "#ui/words/replication/kk.ts";
import { replicationWords as ru } from "#ui/words/replication/ru.ts";

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each([
  ["Russian", ru],
  ["Kazakh", kk],
] as const)("the %s words of the published results", (_, words) => {
  it.each(Object.keys(en.notes) as (keyof typeof en.notes)[])(
    "note %s tells every value that the English one tells",
    (id) => {
      expect(placeholders(words.notes[id])).toEqual(placeholders(en.notes[id]));
    },
  );

  it("have a word for every item that English has", () => {
    expect(Object.keys(words.items)).toEqual(Object.keys(en.items));
  });
});
