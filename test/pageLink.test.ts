import type { LoadedStudy } from "#engine/readStudy.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { deflateSync } from "fflate";
import { describeProblem } from "#domain/inputProblem.ts";
import { FUTURES_STEPS } from "#session/futures.ts";
import { MAXIMUM_LINK, MAXIMUM_PAGE, openPageLink, pageLink } from "#session/pageLink.ts";
import { newEntry, PLAN_KEYS } from "#session/plans.ts";
import { asSaved, type RestoredPage } from "#session/savedPage.ts";
import { describe, expect, it } from "vitest";
import { arbitraryScenario } from "./fixtures/arbitraryScenario.ts";
import { readStudyFiles } from "./fixtures/readStudyFiles.ts";

const study = readStudyFiles();

const withoutCard = arbitraryScenario.map((plan) => ({ ...plan, card: null }));

const arbitraryPage: fc.Arbitrary<RestoredPage> = fc
  .tuple(
    fc.subarray([...PLAN_KEYS], { minLength: 1 }),
    fc.array(fc.tuple(withoutCard, fc.option(withoutCard)), { minLength: 4, maxLength: 4 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
    fc.constantFrom(...FUTURES_STEPS),
    fc.nat(),
  )
  .map(([keys, plans, seed, futures, which]) => ({
    plans: keys.map((key, k) => {
      const [plan, opened] = plans[k];
      const named = { ...plan, id: `p${k}` };
      return { ...newEntry(key, named), opened: opened ?? named };
    }),
    active: keys[which % keys.length],
    seed,
    futures,
    view: "?lang=kk&year=2030&map=2d&region=kostanay",
    receipt: null,
  }));

describe("a link of a page", () => {
  it("brings back any plans, seed, number of futures and view", () => {
    fc.assert(
      fc.property(arbitraryPage, (page) => {
        const link = pageLink(asSaved(page));
        expect(openPageLink(link, study)).toEqual({ status: "opened", page });
      }),
      { numRuns: 60 },
    );
  });

  it("of a preset that nobody changed brings back the preset itself, with its card", () => {
    const preset = study.presets.find(({ id }) => id === "core-ecosystem")!;
    const opened = openPageLink(pageLink(asSaved(pageOf(preset))), study);
    expect(opened.status === "opened" && opened.page.plans[0].plan).toBe(preset);
  });

  it("of four presets with their receipts is short enough to be sent", () => {
    const keys = PLAN_KEYS;
    const plans = keys.map((key, k) => newEntry(key, study.presets[k + 1]));
    const digest = "0123456789abcdef".repeat(4);
    const runs = keys.map((key) => ({
      key,
      scenario: digest,
      output: digest,
      years: "0123".repeat(13),
      indicators: "4567".repeat(30),
    }));
    const receipt = { engine: "0.1.0", data: digest, runs };
    const link = pageLink(asSaved({ ...pageOf(study.presets[1]), plans, receipt }));
    expect(link.length).toBeLessThan(4000);
    expect(link).toMatch(/^#[\w.=-]+$/); // nothing that a mail program would break or translate
  });
});

describe("a link that cannot be opened", () => {
  const link = () => pageLink(asSaved(pageOf(study.presets[1])));

  it("is refused wherever it is cut short, and says that it is cut", () => {
    const whole = link();
    for (let length = 3; length < whole.length; length += 7)
      expect(openPageLink(whole.slice(0, length), study)).toMatchObject({ status: "refused", reason: "cut" });
  });

  it("is refused when one character was changed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(..."ABCxyz019-_"), (where, other) => {
        const whole = link();
        const at = "#p=1.".length + (where % (whole.length - "#p=1.".length));
        fc.pre(whole[at] !== other);
        expect(openPageLink(whole.slice(0, at) + other + whole.slice(at + 1), study).status).toBe("refused");
      }),
      { numRuns: 100 },
    );
  });

  it("is refused for any garbage, without an error of another kind", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (garbage) => {
        expect(openPageLink(`#p=${garbage}`, study).status).toBe("refused");
        expect(openPageLink(`#p=1.${checkOf(garbage)}.${garbage}`, study).status).toBe("refused");
      }),
      { numRuns: 200 },
    );
  });

  it("of a newer version says so", () => {
    expect(openPageLink(link().replace("#p=1.", "#p=2."), study)).toMatchObject({ reason: "newer" });
  });

  it("padded with a megabyte is refused unread, and one that inflates to it is left off", () => {
    expect(openPageLink(`${link()}${"A".repeat(1_000_000)}`, study)).toMatchObject({ reason: "long" });
    const bomb = linkOf(`{"version":1,"plans":[${" ".repeat(40_000_000)}]}`);
    expect(bomb.length).toBeLessThan(MAXIMUM_LINK);
    expect(openPageLink(bomb, study)).toMatchObject({ reason: "long" });
    expect(openPageLink(linkOf(" ".repeat(MAXIMUM_PAGE - 2)), study)).toMatchObject({ reason: "wrong" });
  });

  it("names everything that is wrong in it, plan by plan", () => {
    const { plans, ...page } = asSaved(pageOf(study.presets[1]));
    const wrong = { ...plans[0].plan, measures: [{ lever: "magic", size: 1 }], until: 1999 };
    const opened = openPageLink(linkOf(JSON.stringify({ ...page, plans: [{ ...plans[0], plan: wrong }] })), study);
    const said = opened.status === "refused" ? opened.problems.map(describeProblem).join("\n") : "";
    expect(said).toMatch(/link plan A measures\[0\]\.lever: expected one of/);
    expect(said).toMatch(/link plan A until: expected a whole number from 2024 to 2035, got 1999/);
  });

  it.each([
    ["no plan", { plans: [] }],
    ["five plans", { plans: [..."ABCDA"].map((key) => ({ key, plan: {}, opened: null })) }],
    ["the same letter twice", { plans: [..."AA"].map((key) => ({ key, plan: { ...NO_NAME }, opened: null })) }],
    ["an active plan that it does not have", { active: "D" }],
    ["a million futures", { futures: 1_000_000 }],
    ["a seed of a thousand characters", { seed: "x".repeat(1000) }],
    ["a surplus field", { script: "alert(1)" }],
    ["a prototype", JSON.parse('{"__proto__": {"polluted": true}}')],
  ])("has %s", (_, change) => {
    const page = asSaved(pageOf(study.presets[1]));
    const text = JSON.stringify(page).replace(/}$/, `,${JSON.stringify(change).slice(1)}`);
    const merged =
      "__proto__" in Object(change) && Object.hasOwn(change, "__proto__")
        ? text
        : JSON.stringify({ ...page, ...change });
    expect(openPageLink(linkOf(merged), study)).toMatchObject({ status: "refused", reason: "wrong" });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("keeps markup in names as the text that it is", () => {
    const name = { en: "<img src=x onerror=alert(1)>", ru: "<b>x</b>", kk: "&lt;" };
    const plan = { ...study.presets[1], card: null, id: "x", name };
    const opened = openPageLink(pageLink(asSaved(pageOf(plan))), study);
    expect(opened.status === "opened" && opened.page.plans[0].plan.name).toEqual(name);
  });
});

const NO_NAME = { version: 2, id: "x", name: { en: "x", ru: "x", kk: "x" } };

function pageOf(plan: LoadedStudy["presets"][number]): RestoredPage {
  return { plans: [newEntry("A", plan)], active: "A", seed: "1", futures: 40, view: "", receipt: null };
}

/** A link with a right check around any text. */
function linkOf(text: string): string {
  const data = Buffer.from(deflateSync(new TextEncoder().encode(text), { level: 9 })).toString("base64url");
  return `#p=1.${checkOf(data)}.${data}`;
}

function checkOf(data: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(data))).slice(0, 8);
}
