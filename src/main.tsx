import { createAddressWriter } from "#session/addressWriter.ts";
import { createSession } from "#session/createSession.ts";
import { createFuturesRunner } from "#session/futuresWorkers.ts";
import { startOffline } from "#session/offline.ts";
import { readPreferences, writePreferences } from "#session/preferences.ts";
import { createPageKeeper } from "#session/pageKeeper.ts";
import { isPageLink } from "#session/linkMark.ts";
import { openPageStore } from "#session/pageStore.ts";
import { ofActivePlan } from "#session/sessionContext.ts";
import { createSimulationRunner } from "#session/simulationWorker.ts";
import { loadStudy } from "#session/study.ts";
import { addressOf, openView, partOfAddress, planOfAddress } from "#session/view.ts";
import { App } from "#ui/App.tsx";
import { openWords } from "#ui/i18n.ts";
import { OfflineProvider } from "#ui/OfflineNote.tsx";
import { SessionProvider } from "#ui/useSession.tsx";
import { WordsProvider } from "#ui/useWords.tsx";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";
import "#ui/styles/page.css";

z.config({ jitless: true }); // the Content-Security-Policy forbids code made from text

const viewOf = (search: string) =>
  openView(search, readPreferences(), {
    languages: navigator.languages,
    isNarrow: matchMedia("(max-width: 700px)").matches,
    hasRoomForCharts: matchMedia("(min-width: 1080px) and (min-height: 1000px)").matches,
  });
const view = viewOf(location.search);
const address = { search: location.search, hash: location.hash };

// A browser fetches six files at a time: the words, without which nothing is shown, are the first of them.
const words = openWords(view.language);
const runner = createSimulationRunner();
runner.prepare();
const study = begun(loadStudy);
const store = begun(openPageStore);
const keeper = createPageKeeper({
  openStore: store,
  channel: openChannel(),
  now: Date.now,
  viewOf,
});
await words;
const session = createSession({
  loadStudy: study,
  runner,
  futuresRunner: createFuturesRunner(),
  view,
  wantedPreset: planOfAddress(location.search),
  openPage: (study) => keeper.open(study, address),
});
keeper.follow(session);
addEventListener("pagehide", keeper.save);
addEventListener("hashchange", () => isPageLink(location.hash) && keeper.openLink(location.hash));

const offline = startOffline(import.meta.env.PROD ? "./offline.js" : null);

// Back and forward of the browser go from one view of the drawer to another; all else stays as it is.
let part = view.part;
const showAddress = createAddressWriter((address) => {
  const isSamePart = partOfAddress(address) === part;
  part = partOfAddress(address);
  history[isSamePart ? "replaceState" : "pushState"](null, "", address);
});
addEventListener("popstate", () => {
  part = partOfAddress(location.search);
  session.send({ type: "VIEW_CHANGED", change: { part } });
});
let stored = view;
session.subscribe(({ context }) => {
  const { language, theme, map } = context.view;
  if (language !== stored.language || theme !== stored.theme || map !== stored.map) {
    stored = context.view;
    writePreferences({ language, theme, map });
  }
  if (!context.study) return; // a link stays in the address until it is read
  const { plan, plans, active } = ofActivePlan(context);
  const preset = context.study.presets.find((candidate) => candidate === plan);
  showAddress(addressOf(context.view, preset?.id ?? (plans.length > 1 ? active : null)));
});

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <SessionProvider session={session} keeper={keeper}>
      <OfflineProvider value={offline}>
        <WordsProvider>
          <App />
        </WordsProvider>
      </OfflineProvider>
    </SessionProvider>
  </StrictMode>,
);

/** Begins at once: who asks first has what has begun, and who asks again has it begin anew. */
function begun<T>(begin: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | null = begin();
  first.catch(() => {}); // who asks is told
  return () => {
    const answer = first ?? begin();
    first = null;
    return answer;
  };
}

/** To the other tabs; to nobody where the browser refuses that, as some do with their storage blocked. */
function openChannel(): Pick<BroadcastChannel, "postMessage" | "addEventListener"> {
  try {
    return new BroadcastChannel("ecosystem-twin/work");
  } catch {
    return new MessageChannel().port1;
  }
}
