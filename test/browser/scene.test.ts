import type { Page } from "playwright-core";
import { LINK_CHOICES } from "#session/view.ts";
import { en } from "#ui/words/en.ts";
import { describe, expect, it } from "vitest";
import { colourfulPart, differentPart } from "./pixels.ts";
import { answered, answerText, FLAT, mapDrawn, NO_GRAPHICS, withBrowser } from "./visit.ts";

const words = en.scene;
const room = (page: Page) => page.getByTestId("map");
const picture = async (page: Page) => {
  await mapDrawn(page);
  return page.screenshot({ clip: (await room(page).boundingBox())! });
};
const openLayers = (page: Page) => page.locator(".map-layers > summary").click();

describe("the scene", () => {
  const visit = withBrowser();

  it("draws all actors, the frontier and links of every choice in at most 20 draw calls, one of them for the links, and goes flat and back when graphics are lost in the midst of a run", async () => {
    const { page, faults } = await visit({
      query: "?region=karaganda&year=2033&height=digital_output",
      futures: false,
      reducedMotion: "reduce",
    });
    await openLayers(page);
    for (const layer of await page.locator(".map-layers").getByRole("checkbox").all()) await layer.check();
    const drawn = async (links: (typeof LINK_CHOICES)[number]) => {
      await page.getByLabel(words.links, { exact: true }).selectOption(links);
      await mapDrawn(page);
      return Number(await room(page).locator("canvas").getAttribute("data-draw-calls"));
    };
    const without = await drawn("none");
    expect(without).toBeGreaterThan(5);
    expect(without + 1).toBeLessThanOrEqual(20);
    const bare = await picture(page);
    for (const links of LINK_CHOICES) {
      if (links === "none") continue;
      expect(await drawn(links), links).toBe(without + 1);
      expect(differentPart(bare, await picture(page)), links).toBeGreaterThan(0.003);
    }
    await openLayers(page);

    const before = await answerText(page);
    await page.getByTestId("measure-advice").getByRole("spinbutton").first().fill("300");
    await room(page)
      .locator("canvas")
      .evaluate((canvas: HTMLCanvasElement) =>
        canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext(),
      );
    await page.getByText(words.lost).first().waitFor();
    expect(await room(page).getAttribute("data-mode")).toBe("2d");
    await answered(page);
    expect(await answerText(page)).not.toBe(before);
    await room(page)
      .getByRole("button", { name: /^Kostanay/ })
      .waitFor();
    await page.getByRole("button", { name: words.again }).click();
    await mapDrawn(page);
    expect(await room(page).locator("canvas").count()).toBe(1);
    expect(faults.filter((fault) => !fault.includes("Context Lost"))).toEqual([]);
  });

  it("is sketched in its heights and colours while the graphics driver makes the programs", async () => {
    const { page, faults } = await visit({
      futures: false,
      beforeStart: () => {
        const { prototype } = WebGL2RenderingContext;
        const { getSyncParameter } = prototype;
        const busy: { driverIsBusy?: boolean } = Object.assign(window, { driverIsBusy: true });
        prototype.getSyncParameter = function (sync, parameter) {
          return busy.driverIsBusy ? this.UNSIGNALED : getSyncParameter.call(this, sync, parameter);
        };
      },
    });
    const coloured = async () => colourfulPart(await page.screenshot({ clip: (await room(page).boundingBox())! }));
    await page.locator(".map-sketch").waitFor();
    const sketched = await coloured();
    expect(await page.locator("canvas[data-draw-calls]").count()).toBe(0);
    await page.evaluate(() => Object.assign(window, { driverIsBusy: false }));
    await mapDrawn(page);
    const drawn = await coloured();
    expect(drawn).toBeGreaterThan(0.1);
    expect(Math.abs(sketched - drawn)).toBeLessThan(0.15 * drawn); // marks and shadows are not in the sketch
    expect(faults).toEqual([]);
  });

  it("plays the years without a render of React in a frame, a new geometry, texture or program, only bytes of marks and firms, and writes no style of a label or flag that stays where it is", async () => {
    const { page } = await visit({ query: "?map=3d&year=2029", futures: false, beforeStart: countWork });
    await mapDrawn(page);
    expect((await work(page, false)).newBytes).toBeGreaterThan(200_000); // the relief, once
    const shownYear = async () => Number(await page.getByRole("slider", { name: en.year.label }).inputValue());
    const first = await shownYear();
    await work(page);
    await page.getByRole("button", { name: en.year.play }).click();
    await expect.poll(shownYear, { timeout: 30_000 }).toBeGreaterThan(first + 2); // a busy machine plays slowly
    const { renders, styles, draws, changedBytes, newBytes, textures, programs } = await work(page);
    const passed = (await shownYear()) - first;
    expect(renders).toBeGreaterThan(0);
    expect(renders).toBeLessThanOrEqual(2 * passed);
    expect(styles).toBeGreaterThan(0);
    expect(draws).toBeGreaterThan(5);
    expect(changedBytes).toBeGreaterThan(2 * 2272 * 8);
    expect([textures, programs]).toEqual([0, 0]);
    expect(newBytes).toBeLessThan(100_000);
    await page.getByRole("button", { name: en.year.pause }).click();
    await mapDrawn(page);

    await work(page);
    await openLayers(page);
    await page.getByLabel(words.links, { exact: true }).selectOption("platform");
    await expect.poll(async () => (await work(page, false)).draws, { timeout: 30_000 }).toBeGreaterThan(5);
    await mapDrawn(page);
    expect((await work(page)).styles).toBe(0);
  });

  it("shows two runs side by side, whose cameras move together, also where styles are only text", async () => {
    const { page } = await visit({
      query: "?map=3d",
      futures: false,
      reducedMotion: "reduce",
      beforeStart: () => Reflect.deleteProperty(HTMLElement.prototype, "attributeStyleMap"),
    });
    await openLayers(page);
    await page.getByLabel(words.beside).selectOption("noPlan");
    await openLayers(page);
    const canvases = room(page).locator("canvas");
    await canvases.nth(1).waitFor();
    await mapDrawn(page);
    const places = () =>
      room(page)
        .locator(".map-pane")
        .evaluateAll((panes) =>
          panes.map((pane) => {
            const labels = [...pane.querySelectorAll<HTMLElement>(".map-label")];
            // A city stands apart: no other label moves its own.
            const { transform } = labels.find((label) => label.textContent?.startsWith("Shymkent"))!.style;
            return transform.match(/-?\d+/g)!.map(Number);
          }),
        );
    const apart = (one: readonly number[], other: readonly number[]) =>
      Math.max(...one.map((value, k) => Math.abs(value - other[k]!)));
    const between = async () => apart(...((await places()) as [number[], number[]]));
    // Labels stand on whole pixels, halves of the map too; a slow device draws the second map late.
    await expect.poll(between, { timeout: 10_000 }).toBeLessThanOrEqual(4);
    const before = await places();
    await page.getByRole("button", { name: en.map.zoomIn }).click();
    const moved = async () => apart((await places())[0]!, before[0]!);
    await expect.poll(moved, { timeout: 10_000 }).toBeGreaterThan(8); // a busy machine draws late
    await expect.poll(between, { timeout: 10_000 }).toBeLessThanOrEqual(4);
  });
});

describe("inside an actor", () => {
  const visit = withBrowser(NO_GRAPHICS);

  it("opens by a click on a core of the flat map, or on the flag of its change, and by keyboard from the list", async () => {
    const { page } = await visit({ query: `${FLAT}&year=2030&part=actor&region=karaganda`, futures: false });
    const list = page.getByRole("list", { name: "Actors" }).getByRole("button");
    await list.first().focus();
    await page.keyboard.press("Enter");
    const actor = page.getByTestId("actor");
    await actor.getByRole("heading", { name: "Böhmer Armatura" }).waitFor();
    await actor.getByRole("img", { name: /Digital technology.*2030/ }).waitFor();
    expect(await actor.getByRole("row", { name: /^2030/ }).innerText()).not.toBe("");
    // The links of the firm are drawn on the flat map too.
    expect(await page.getByTestId("links").locator("path").count()).toBeGreaterThan(0);

    // What the year changed stands where it happened, and says so.
    expect(
      await room(page)
        .getByRole("img", { name: /: Firms breached, 2030: \d+/ })
        .count(),
    ).toBeGreaterThan(0);
    await room(page).getByRole("button", { name: "Altynalmas: Anchor → Leader, 2030" }).click();
    await actor.getByRole("heading", { name: "Altynalmas" }).waitFor();
    const core = room(page).locator("[data-actor='core/kazakhmys']");
    const { x, y, width, height } = (await core.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await actor.getByRole("heading", { name: "Kazakhmys" }).waitFor();
    await actor.getByRole("img", { name: /Core enterprise.*2030/ }).waitFor();
  });
});

/** `renders`: commits of the scene's own React; `styles`: of the HTML that stands on the map. */
type Work = Record<"draws" | "newBytes" | "changedBytes" | "textures" | "programs" | "renders" | "styles", number>;

/** Runs in the page before its own scripts: counts what it gives to the graphics driver, and what it does besides. */
function countWork() {
  const none: Work = { draws: 0, newBytes: 0, changedBytes: 0, textures: 0, programs: 0, renders: 0, styles: 0 };
  const counts = Object.assign(window, { work: { ...none } }).work;
  const watch = <Watched>(prototype: Watched, name: keyof Watched, count: (values: readonly unknown[]) => void) => {
    const methods = prototype as Record<keyof Watched, (...values: unknown[]) => unknown>;
    const original = methods[name]!;
    methods[name] = function (...values) {
      count(values);
      return original.apply(this, values);
    };
  };
  const bytes = (data: unknown) => (ArrayBuffer.isView(data) ? data.byteLength : Number(data) || 0);
  const graphics = WebGL2RenderingContext.prototype;
  for (const draw of ["drawElements", "drawArrays", "drawArraysInstanced"] as const)
    watch(graphics, draw, () => counts.draws++);
  watch(graphics, "bufferData", ([, data]) => (counts.newBytes += bytes(data)));
  watch(graphics, "bufferSubData", ([, , data]) => (counts.changedBytes += bytes(data)));
  watch(graphics, "createTexture", () => counts.textures++);
  watch(graphics, "createProgram", () => counts.programs++);
  watch(StylePropertyMap.prototype, "set", () => counts.styles++);
  new MutationObserver((changes) => {
    const isOnMap = ({ target }: MutationRecord) => (target as Element).closest(".map-labels, .map-news") !== null;
    counts.styles += changes.filter(isOnMap).length;
  }).observe(document, { subtree: true, attributeFilter: ["style"] });
  // What React tells its developer tools, in built pages too: the scene has a renderer of its own.
  let renderers = 0;
  let ofScene = 0;
  const tools = {
    supportsFiber: true,
    inject: ({ rendererPackageName }: { rendererPackageName: string }) => {
      renderers += 1;
      if (rendererPackageName !== "react-dom") ofScene = renderers;
      return renderers;
    },
    onCommitFiberRoot: (renderer: number) => {
      if (renderer === ofScene) counts.renders++;
    },
  };
  Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: tools });
}

/** What was done since the last call that forgot. */
function work(page: Page, forget = true): Promise<Work> {
  return page.evaluate((andForget) => {
    const { work: counts } = window as unknown as { work: Work };
    const now = { ...counts };
    if (andForget) for (const name of Object.keys(counts) as (keyof Work)[]) counts[name] = 0;
    return now;
  }, forget);
}
