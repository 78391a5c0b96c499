import type { Page } from "playwright-core";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DRAWER_PARTS, type DrawerPart } from "#session/drawerParts.ts";
import { findChromium, startBrowser } from "./chromium.ts";
import { withFewerColours } from "./pixels.ts";
import { silenceFutures } from "./silenceFutures.ts";
import { serveBuild } from "./site.ts";
import { answered } from "./visit.ts";

/** Views that another plan than the first shows better. */
const PLAN_OF: Partial<Record<DrawerPart, string>> = {
  estimates: "subsidy-only",
  money: "equalisation",
  backtest: "baseline",
  trust: "baseline",
};

/**
 * Pictures of the built page. Every view in every language, light and dark, on desktop and phone goes to
 * test/output/screenshots, to be looked at; the few that the README shows are kept in docs/screenshots. Names of views, a
 * language, a theme and a size after the command take the pictures of these alone, `--kept` those of the README.
 */
const VIEWS: Readonly<Record<string, string>> = {
  plan: "plan=core-ecosystem",
  region: "plan=core-ecosystem&region=kostanay&year=2030&part=regions",
  inside: "plan=core-ecosystem&map=2d&part=actor&actor=enterprise/karaganda/7",
  platforms: "plan=core-ecosystem&year=2032&links=platform&colourAs=difference",
  ...Object.fromEntries(
    DRAWER_PARTS.map((part) => [part, `plan=${PLAN_OF[part] ?? "core-ecosystem"}&map=2d&part=${part}`]),
  ),
};
const LANGUAGES = ["en", "ru", "kk"] as const;
const THEMES = ["light", "dark"] as const;
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Pixels; Chromium repeats the top of a page beyond 8,192, and a shorter picture can be looked at whole. */
const LONGEST_PICTURE = 3000;
const SIZE_NAMES = ["desktop", "phone"] as const;

type Look = {
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
  readonly size: (typeof SIZE_NAMES)[number];
};
type Picture = { readonly view: string; readonly name: string };

const KEPT = [
  "plan-en-light-desktop",
  "clusters-en-light-desktop",
  "region-ru-dark-desktop",
  "timeline-kk-dark-desktop",
  "plan-kk-light-phone",
];

/** Views about intervals wait for all futures, as the pictures of the README do; the others show one future. */
const WITH_INTERVALS = new Set(["charts", "compare", "efficiency"]);
const isKept = ({ name }: Picture) => KEPT.includes(name);
const isWithIntervals = (picture: Picture) => isKept(picture) || WITH_INTERVALS.has(picture.view);

const folder = (path: string) => fileURLToPath(new URL(`../../${path}/`, import.meta.url));
const [output, kept] = [folder("test/output/screenshots"), folder("docs/screenshots")];

const onlyKept = process.argv.includes("--kept");
const asked = process.argv.slice(2).filter((argument) => argument in VIEWS);
/** Those of the choices that the command names; all of them if it names none. */
const named = <T extends string>(choices: readonly T[]): readonly T[] => {
  const some = choices.filter((choice) => process.argv.includes(choice));
  return some.length > 0 ? some : choices;
};
const chromium = await findChromium();
process.stdout.write(`Chromium ${chromium.version}: ${chromium.path} (${chromium.how})\n`);
const site = await serveBuild();
const browser = await startBrowser(chromium);
mkdirSync(output, { recursive: true });
mkdirSync(kept, { recursive: true });
const looks = named(LANGUAGES).flatMap((language) =>
  named(THEMES).flatMap((theme) => named(SIZE_NAMES).map((size) => ({ language, theme, size }))),
);
for (const look of looks) {
  const pictures = (asked.length > 0 ? asked : Object.keys(VIEWS))
    .map((view) => ({ view, name: nameOf(view, look) }))
    .filter((picture) => !onlyKept || isKept(picture));
  for (const withIntervals of [false, true])
    await takePictures(
      pictures.filter((picture) => isWithIntervals(picture) === withIntervals),
      look,
      withIntervals,
    );
}
await browser.close();
await site.close();
process.exit(0);

function nameOf(view: string, { language, theme, size }: Look): string {
  return `${view}-${language}-${theme}-${size}`;
}

/** One after the other in one page. */
async function takePictures(pictures: readonly Picture[], { language, theme, size }: Look, withIntervals: boolean) {
  if (pictures.length === 0) return;
  const context = await browser.newContext({
    viewport: SIZES[size],
    reducedMotion: "reduce",
    colorScheme: theme,
    serviceWorkers: "block",
  });
  if (!withIntervals) await context.addInitScript(silenceFutures);
  const page = await context.newPage();
  page.setDefaultTimeout(300_000); // the back-test computes long on a busy machine
  for (const shown of pictures) {
    const { view, name } = shown;
    await page.goto(`${site.address}?${VIEWS[view]}&lang=${language}&theme=${theme}`);
    await answered(page);
    if (withIntervals) await page.locator("[data-testid=futures] progress").waitFor({ state: "detached" });
    await ready(page);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(300);
    const pieces = size === "phone" ? await wholePage(page) : [await page.screenshot()];
    for (const [k, picture] of pieces.entries()) {
      const file = pieces.length === 1 ? name : `${name}-${k + 1}`;
      writeFileSync(`${output}${file}.png`, picture);
      process.stdout.write(`${file}: ${Math.round(picture.length / 1000)} KB\n`);
    }
    if (isKept(shown)) writeFileSync(`${kept}${name}.png`, withFewerColours(pieces[0]!));
  }
  await context.close();
}

/** The page from top to bottom, a long one in pieces. */
async function wholePage(page: Page): Promise<Buffer[]> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const pieces: Buffer[] = [];
  for (let y = 0; y < height; y += LONGEST_PICTURE)
    pieces.push(
      await page.screenshot({
        fullPage: true,
        clip: { x: 0, y, width, height: Math.min(LONGEST_PICTURE, height - y) },
      }),
    );
  return pieces;
}

/** Computed, fonts loaded, map drawn sharply and at rest, whether or not a view covers them. */
async function ready(page: Page) {
  const map = page.locator("[data-testid=map] canvas[data-draw-calls], [data-testid=map] svg");
  await map.first().waitFor({ state: "attached" });
  // A view that computes says so until it is done.
  await page.waitForFunction(() => !document.querySelector(":is(.drawer-part, #narrow-part) [role=status]"));
  await page.evaluate(() => document.fonts.ready);
  // A slow device draws sharply a second after the last motion; the flat map only eases.
  await page.waitForTimeout((await page.locator("[data-testid=map] canvas").count()) > 0 ? 1800 : 700);
  await page.waitForFunction(() => !document.querySelector("[data-testid=map] canvas:not([data-coarseness='0'])"));
}
