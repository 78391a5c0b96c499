import { describe, expect, it } from "vitest";
import { READINESS_BLOCKS } from "#domain/explanation.ts";
import { LEVERS } from "#domain/levers.ts";
import { MACHINES } from "#engine/machines/machines.ts";
import { study } from "./fixtures/simulate.ts";

const costly = LEVERS.filter(({ costs }) => costs).map(({ id }) => id);

describe("the four layers (figure 14) divide the ecosystem", () => {
  it.each([
    ["block of readiness", READINESS_BLOCKS, study.layers.flatMap(({ blocks }) => blocks)],
    ["machine", Object.keys(MACHINES), study.layers.flatMap(({ machines }) => machines)],
    ["lever that costs money", costly, study.layers.flatMap(({ levers }) => levers)],
  ] as const)("every %s stands in exactly one", (_, known, placed) => {
    expect([...placed].sort()).toEqual([...known].sort());
  });
});
