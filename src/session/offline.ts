/** Whether the page has a network, and whether a newer version waits to be opened. */
export type OfflineState = { readonly isOffline: boolean; readonly isNewerWaiting: boolean };

export type Offline = {
  readonly state: () => OfflineState;
  readonly subscribe: (changed: () => void) => () => void;
  /** Opens the newer version; the page is loaded anew once it has taken over. */
  readonly openNewer: () => void;
};

/** The first answer has the network to itself for so long. */
const REGISTER_AFTER_MS = 2000;

/**
 * Keeps the page for use without a network (workers/offline.js), where the browser allows it: on http and https only, and not
 * while the page is developed. Without it everything else works the same.
 */
export function startOffline(script: string | null): Offline {
  let state: OfflineState = { isOffline: !navigator.onLine, isNewerWaiting: false };
  let waiting: ServiceWorker | null = null;
  const listeners = new Set<() => void>();
  const change = (next: Partial<OfflineState>) => {
    state = { ...state, ...next };
    for (const changed of listeners) changed();
  };
  addEventListener("online", () => change({ isOffline: false }));
  addEventListener("offline", () => change({ isOffline: true }));

  const noteWaiting = (registration: ServiceWorkerRegistration) => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    waiting = registration.waiting;
    change({ isNewerWaiting: true });
  };
  const register = async (path: string) => {
    try {
      const registration = await navigator.serviceWorker.register(path);
      noteWaiting(registration);
      registration.addEventListener("updatefound", () => {
        registration.installing?.addEventListener("statechange", () => noteWaiting(registration));
      });
    } catch {
      // Blocked storage or an odd server: the page works as long as there is a network.
    }
  };
  if (script !== null && "serviceWorker" in navigator && location.protocol.startsWith("http"))
    setTimeout(register, REGISTER_AFTER_MS, script);
  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    openNewer: () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting?.postMessage("TAKE_OVER");
    },
  };
}
