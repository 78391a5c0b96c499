import type { Offline } from "#session/offline.ts";
import { createContext, use, useSyncExternalStore } from "react";
import { useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

const OfflineOfPage = createContext<Offline | null>(null);
export const OfflineProvider = OfflineOfPage.Provider;

/** Says that the page works without a network, or that a newer version can be opened. */
export function OfflineNote() {
  const offline = use(OfflineOfPage);
  return offline && <Note offline={offline} />;
}

function Note({ offline }: { readonly offline: Offline }) {
  const t = useWords();
  const { isOffline, isNewerWaiting } = useSyncExternalStore(offline.subscribe, offline.state);
  const version = useSession(({ simulated, baseline }) => (simulated ?? baseline)?.summary.receipt.engineVersion);
  if (!isOffline && !isNewerWaiting) return null;
  return (
    <div className="offline-note" role="status">
      {isOffline && <span>{t("drawer.offline", { version: version ?? "" })}</span>}
      {isNewerWaiting && (
        <>
          <span>{t("drawer.newer")}</span>
          <button type="button" onClick={offline.openNewer}>
            {t("drawer.openNewer")}
          </button>
        </>
      )}
    </div>
  );
}
