import { describe, expect, it } from "vitest";
import { answered, answerText, FLAT, mapDrawn, withBrowser } from "./visit.ts";

const visit = withBrowser();

describe("without a network, after the first visit", () => {
  it("the page opens, simulates and shows the same answer, and says that it is offline", async () => {
    const { page } = await visit({ query: FLAT, serviceWorkers: "allow" });
    const before = await answerText(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.reload();
    await answered(page);
    expect(await answerText(page)).toBe(before);
    await mapDrawn(page);
    // A new document learns of the emulated loss of the network only by its events.
    await page.context().setOffline(false);
    await page.context().setOffline(true);
    await page.locator(".offline-note").waitFor();
    expect(await page.locator(".offline-note").innerText()).toMatch(/version \d+\.\d+\.\d+/);
  });

  it("a view that was never opened before opens too", async () => {
    const { page, faults } = await visit({ query: FLAT, serviceWorkers: "allow" });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.goto(`${page.url().split("?")[0]}${FLAT}&part=clusters`);
    await answered(page);
    await page.locator(".dendrogram").waitFor();
    expect(faults).toEqual([]);
  });
});
