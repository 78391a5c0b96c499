import type { ReactNode } from "react";
import type { LoadedStudy } from "#engine/readStudy.ts";
import type { SessionEvent } from "#session/sessionEvents.ts";
import type { Session } from "#session/createSession.ts";
import type { PageKeeper } from "#session/pageKeeper.ts";
import { type ActiveSession, ofActivePlan } from "#session/sessionContext.ts";
import { useSelector } from "@xstate/react";
import { createContext, use } from "react";
import { type Formats, formatsOf } from "./formats.ts";

const SessionContextOfPage = createContext<Session | null>(null);

const KeeperOfPage = createContext<PageKeeper | null>(null);

type SessionProviderProps = {
  readonly session: Session;
  readonly keeper: PageKeeper;
  readonly children: ReactNode;
};

export function SessionProvider({ session, keeper, children }: SessionProviderProps) {
  return (
    <SessionContextOfPage value={session}>
      <KeeperOfPage value={keeper}>{children}</KeeperOfPage>
    </SessionContextOfPage>
  );
}

/** What keeps the plans in the browser's storage. */
export function usePageKeeper(): PageKeeper {
  return use(KeeperOfPage)!;
}

/** One slice of the session; the component is drawn again only when the slice changes. */
export function useSession<Slice>(select: (session: ActiveSession) => Slice): Slice {
  return useSelector(useSessionActor(), (snapshot) => select(ofActivePlan(snapshot.context)));
}

export function useSend(): (event: SessionEvent) => void {
  return useSessionActor().send;
}

type Phase = "loading" | "running" | "ready" | "failed";

export function usePhase(): Phase {
  return useSelector(useSessionActor(), (snapshot) => snapshot.value.simulation);
}

export function usePlaying(): boolean {
  return useSelector(useSessionActor(), (snapshot) => snapshot.value.playback === "playing");
}

export function useFuturesPhase(): "settling" | "simulating" | "done" | "stopped" {
  return useSelector(useSessionActor(), (snapshot) => snapshot.value.futures);
}

/** The study, for the parts of the page that are drawn only after it is loaded. */
export function useStudy(): LoadedStudy {
  const study = useSession((context) => context.study);
  if (!study) throw new Error("this part of the page needs the loaded study");
  return study;
}

export function useLanguage() {
  return useSession((context) => context.view.language);
}

export function useFormats(): Formats {
  return formatsOf(useLanguage());
}

/** Index of the selected region in region order; null: the whole country. */
export function useSelectedRegion(): number | null {
  return useSession(({ study, view }) => {
    const index = study?.data.regions.findIndex(({ id }) => id === view.region) ?? -1;
    return index < 0 ? null : index;
  });
}

export function useSessionActor(): Session {
  const session = use(SessionContextOfPage);
  if (!session) throw new Error("useSession is used outside SessionProvider");
  return session;
}
