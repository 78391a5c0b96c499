import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { Language } from "#domain/language.ts";
import { en } from "#ui/words/en.ts";
import { kk } from "#ui/words/kk.ts";
import { ru } from "#ui/words/ru.ts";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { SOFTWARE_WEBGL, startBrowser } from "./chromium.ts";
import { silenceFutures } from "./silenceFutures.ts";

/** The map that software graphics draws fast, for tests that are about something else. */
export const FLAT = "?map=2d";
/** For pages without a map in 3D: a graphics process without a card takes a fifth of their time, and can stall them. */
export const NO_GRAPHICS = ["--disable-gpu"];
/**
 * V8 waits longer before it compiles a function once more: a test runs most of them too seldom to win back what the
 * optimising compilers take. Numbers are the same under every compiler.
 */
const LATE_COMPILERS = ["--js-flags=--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=60000"];
/** For pages that compute long, whose numbers are compared with those of Node, or are watched while they open. */
export const USUAL_COMPILERS: readonly string[] = [];
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A page of the built product, and what went wrong on it without anybody looking. */
export type Visit = {
  readonly page: Page;
  /** Errors of the console and of scripts, failed requests. */
  readonly faults: string[];
  readonly requests: string[];
};

type VisitOptions = BrowserContextOptions & {
  /** Query of the address, with its question mark. */
  readonly query?: string;
  /** Where the page is; the built product unless told otherwise. */
  readonly site?: string;
  /** Whether to wait until the page shows a finished run; true unless told otherwise. */
  readonly untilAnswered?: boolean;
  /** Changes the network or the clock of the page before it opens. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  /** Whether more futures are simulated behind the page; they take the processor from a test that does not ask for them. */
  readonly futures?: boolean;
  /** Runs in the page before its own scripts. */
  readonly beforeStart?: () => void;
};

/** One browser for a test file. Each visit has its own storage and ends with its test. */
export function withBrowser(
  graphics: readonly string[] = SOFTWARE_WEBGL,
  compilers: readonly string[] = LATE_COMPILERS,
) {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await startBrowser(inject("chromium"), [...graphics, ...compilers]);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser?.close());

  return async function visit({
    query = "",
    site = inject("site"),
    untilAnswered = true,
    futures = true,
    beforeStart,
    prepare,
    ...options
  }: VisitOptions = {}): Promise<Visit> {
    const context = await browser.newContext({
      viewport: DESKTOP,
      locale: "en",
      serviceWorkers: "block", // only the test of the page without a network wants what it keeps
      reducedMotion: graphics === NO_GRAPHICS ? "reduce" : "no-preference", // motion of a flat map takes a seventh of the processor time
      ...options,
    });
    contexts.push(context);
    if (!futures) await context.addInitScript(silenceFutures);
    const page = await context.newPage();
    const faults: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("requestfailed", (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
    context.on("request", (request) => requests.push(request.url()));
    await prepare?.(context);
    if (beforeStart) await page.addInitScript(beforeStart);
    await page.goto(`${site}${query}`);
    if (untilAnswered) await answered(page);
    return { page, faults, requests };
  };
}

/** Waits until the run of the plan on the screen is finished. */
export async function answered(page: Page): Promise<void> {
  await page.locator('[data-testid="answer"][data-busy="false"]').waitFor({ state: "attached" }); // a view may cover it
}

/** Waits until the view that was opened is there: neither loading nor computing. */
export async function viewShown(page: Page): Promise<void> {
  await page.locator(".drawer-part [role=status]:not(.hidden)").waitFor({ state: "detached" });
}

/** Ends the simulation of many futures, for tests that look at one, even beneath a view of the whole page: it takes every core of the machine. */
export async function futuresStopped(page: Page, language: Language = "en"): Promise<void> {
  await page
    .getByRole("button", { name: { en, ru, kk }[language].futures.stop, exact: true, includeHidden: true })
    .first()
    .dispatchEvent("click");
  await page.getByTestId("futures").locator("progress").waitFor({ state: "detached" });
}

export function answerText(page: Page): Promise<string> {
  return page.locator('[data-testid="answer"] .answer-text').innerText();
}

/** A failed run leaves the answer as it was `before`; asked for again it gives another one. */
export async function expectRunAgain(failure: Locator, before: string, button: string): Promise<void> {
  const page = failure.page();
  expect(await answerText(page)).toBe(before);
  await failure.getByRole("button", { name: button }).click();
  await failure.waitFor({ state: "detached" });
  await expect.poll(() => answerText(page), { timeout: 60_000 }).not.toBe(before);
  await answered(page);
}

/** Waits until the map, not only its sketch, is drawn and at rest. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator("[data-testid=map] canvas[data-draw-calls], [data-testid=map] svg").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[data-testid=map] .map-sketch") === null);
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>("[data-testid=map] canvas"))
      canvas.getContext("webgl2")?.finish(); // a slow graphics driver draws long after it was told to
  });
  await page.waitForTimeout(700); // camera and heights ease for up to 600 ms
}
