import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { messageOf } from "#domain/messageOf.ts";

/** A Chromium that has been started once, so that "found" means "works". */
export type Chromium = {
  readonly path: string;
  readonly how: string;
  readonly version: string;
  /** Environment that this copy needs, such as its own libraries. */
  readonly environment: Readonly<Record<string, string>>;
};

type Candidate = { readonly path: string; readonly environment?: Readonly<Record<string, string>> };

/** One way to come by a browser: paths to try, none if the way is closed on this machine. May install. */
type Way = { readonly name: string; readonly find: () => Candidate[] | Promise<Candidate[]> };

/**
 * WebGL without a graphics card (SwiftShader), and nothing that would call out or ask.
 * `--enable-unsafe-swiftshader` is Chromium's own name for software WebGL with trusted pages.
 */
export const SOFTWARE_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
/**
 * What Playwright turns off, since Chromium hears the last such list alone; and the menu of the address bar, two pages of
 * Chromium's own in every window, which took a third of the processor time of each opening.
 */
const FEATURES_OFF = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
];
const QUIET = [
  `--disable-features=${FEATURES_OFF.join(",")}`,
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/**
 * Finds a Chromium, or installs one: `CHROMIUM_PATH` if it is set, else the first of the ways below that gives a
 * browser that starts. `CHROMIUM_WAYS`, a comma-separated list of their names, restricts and orders them.
 * @throws one sentence that says what was tried and what to do.
 */
export async function findChromium(wanted = process.env.CHROMIUM_WAYS): Promise<Chromium> {
  const ways = process.env.CHROMIUM_PATH ? [CHOSEN] : wanted ? wanted.split(",").map(wayNamed) : WAYS;
  const failures: string[] = [];
  for (const { name, find } of ways) {
    try {
      for (const { path, environment = {} } of await find()) {
        try {
          const browser = await startBrowser({ path, environment });
          const version = browser.version();
          await browser.close();
          return { path, how: name, version, environment };
        } catch (error) {
          failures.push(`${name}: ${path} does not start (${firstLine(error)})`);
        }
      }
    } catch (error) {
      failures.push(`${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `The browser tests found no Chromium and could not install one: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to its program file. Tried: ${failures.join("; ") || "every known place"}.`,
  );
}

/** Starts the browser that `findChromium` gave. Launched here only, so that all tests see the same page. */
export function startBrowser(
  { path, environment }: Pick<Chromium, "path" | "environment">,
  graphics: readonly string[] = SOFTWARE_WEBGL,
): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [...QUIET, ...graphics],
    env: { ...process.env, ...environment },
  });
}

/** A path that was asked for and is wrong is an error, not a reason to use another browser in silence. */
const CHOSEN: Way = { name: "CHROMIUM_PATH", find: () => [{ path: process.env.CHROMIUM_PATH! }] };

const WAYS: readonly Way[] = [
  { name: "installed", find: installed },
  { name: "playwright-cache", find: () => existing([chromium.executablePath()]) },
  { name: "apt-get", find: installWithApt },
  { name: "playwright-install", find: installWithPlaywright },
  { name: "npm", find: installFromNpm },
];

function wayNamed(name: string): Way {
  const way = WAYS.find((candidate) => candidate.name === name.trim());
  if (!way) throw new Error(`CHROMIUM_WAYS may list ${WAYS.map((w) => w.name).join(", ")}, got "${name.trim()}"`);
  return way;
}

function installed(): Candidate[] {
  const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const home = process.env.HOME ?? "";
  const windowsRoots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  const places: Partial<Record<NodeJS.Platform, string[]>> = {
    linux: [...onPath, "/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"].flatMap((folder) =>
      programs.map((program) => join(folder, program)),
    ),
    darwin: ["/Applications", join(home, "Applications")].flatMap((folder) =>
      ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) =>
        join(folder, `${name}.app`, "Contents", "MacOS", name),
      ),
    ),
    win32: windowsRoots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, "Google", "Chrome", "Application", "chrome.exe"),
        join(root, "Chromium", "Application", "chrome.exe"),
        join(root, "Microsoft", "Edge", "Application", "msedge.exe"),
      ]),
  };
  return existing([...new Set(places[process.platform] ?? [])]);
}

async function installWithApt(): Promise<Candidate[]> {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return [];
  announce("installing Chromium with apt-get");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env: environment });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env: environment });
  return existing(["/usr/bin/chromium", "/usr/bin/chromium-browser"]);
}

async function installWithPlaywright(): Promise<Candidate[]> {
  announce("installing Chromium with Playwright");
  const tool = join(top, "node_modules", "playwright-core", "cli.js");
  await run(process.execPath, [tool, "install", "--no-shell", "chromium"]);
  return existing([chromium.executablePath()]);
}

/**
 * A Chromium for Linux on x64 that comes as an npm package, with the libraries it needs. It unpacks into the
 * temporary folder, so this gives it one of its own; the variable of a hosting service makes it unpack its libraries.
 */
async function installFromNpm(): Promise<Candidate[]> {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const folder = join(top, "node_modules", ".cache", "chromium");
  announce("installing Chromium from npm (64 MB)");
  mkdirSync(join(folder, "unpacked"), { recursive: true });
  await run("npm", ["install", "--no-save", "--prefix", folder, "@sparticuz/chromium@143.0.4"], { cwd: folder });
  const program = `import chromium from ${JSON.stringify(
    pathToFileURL(join(folder, "node_modules", "@sparticuz", "chromium", "build", "esm", "index.js")).href,
  )}; process.stdout.write(await chromium.executablePath());`;
  const unpacked = join(folder, "unpacked");
  const path = await run(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  const fontSettings = join(unpacked, "fonts", "fonts.conf"); // names the folder where it unpacks by default
  writeFileSync(fontSettings, readFileSync(fontSettings, "utf8").replace(">/tmp/fonts<", `>${unpacked}/fonts<`));
  return [
    {
      path: path.trim(),
      environment: { LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"), FONTCONFIG_PATH: join(unpacked, "fonts") },
    },
  ];
}

const top = fileURLToPath(new URL("../..", import.meta.url));

function existing(paths: readonly string[]): Candidate[] {
  return paths.filter((path) => existsSync(path)).map((path) => ({ path }));
}

function announce(what: string) {
  process.stderr.write(`Browser tests: ${what}\n`);
}

async function run(program: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  try {
    const { stdout } = await promisify(execFile)(program, args, { ...options, timeout: 300_000, maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    const said = ((error as { stderr?: string }).stderr ?? "").split("\n");
    const reason = said.find((line) => /^E:|error/i.test(line)) ?? firstLine(error);
    throw new Error(`${basename(program)} failed: ${reason.trim()}`, { cause: error });
  }
}

const firstLine = (error: unknown) => messageOf(error).split("\n")[0]!;
