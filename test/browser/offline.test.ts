import type { Page } from "playwright-core";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { drawerWords } from "#ui/words/drawer/en.ts";
import { en } from "#ui/words/en.ts";
import { answered, answerText, FLAT, mapDrawn, NO_GRAPHICS, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);

describe("without a network, after the first visit", () => {
  it("the page opens, simulates, shows the same answer, says that it is offline, and opens a view it never opened before", async () => {
    const { page, faults } = await visit({ query: FLAT, serviceWorkers: "allow", futures: false });
    const before = await answerText(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.goto(`${page.url().split("?")[0]}${FLAT}`);
    await answered(page);
    expect(await answerText(page)).toBe(before);
    await mapDrawn(page);
    // A new document learns of the emulated loss of the network only by its events.
    await page.context().setOffline(false);
    await page.context().setOffline(true);
    await page.locator(".offline-note").waitFor();
    expect(await page.locator(".offline-note").innerText()).toMatch(/version \d+\.\d+\.\d+/);
    await page.getByRole("tab", { name: en.drawer.groups.regions }).click();
    await page.locator(".part-list button", { hasText: drawerWords.parts.clusters }).click();
    await page.locator(".dendrogram").waitFor();
    expect(faults).toEqual([]);
  });
});

describe("a newer version", () => {
  const server = createServer((request, response) => {
    void passOn(request.url ?? "/").then(({ status, type, body }) => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
      response.end(body);
    });
  });
  let isReleased = false;
  let address = "";
  /** The site as built; once it is released, its list of kept files has another version. */
  const passOn = async (path: string) => {
    const answer = await fetch(new URL(path, inject("site")));
    const built = Buffer.from(await answer.arrayBuffer());
    const isList = path.startsWith("/offline.js") && isReleased;
    const body = isList ? built.toString().replace(/VERSION = "/, 'VERSION = "newer-') : built;
    return { status: answer.status, type: answer.headers.get("content-type") ?? "", body };
  };
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  });
  afterAll(() => server.close());

  it("waits until the reader opens it, and then is the one that answers", async () => {
    const { page } = await visit({ site: address, query: FLAT, serviceWorkers: "allow", futures: false });
    const versions = () => page.evaluate(() => caches.keys());
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const [first] = await versions();
    isReleased = true;
    await page.reload();
    const open = page.locator(".offline-note").getByRole("button", { name: en.drawer.openNewer });
    await open.waitFor();
    expect(await versions()).toContain(first);
    await leaves(page, () => open.click());
    await answered(page);
    expect(await page.locator(".offline-note").count()).toBe(0);
    expect(await versions()).toEqual([first!.replace("/", "/newer-")]);
  });
});

/** Waits until the page has been loaded anew. */
async function leaves(page: Page, act: () => Promise<void>) {
  await Promise.all([page.waitForEvent("load"), act()]);
}
