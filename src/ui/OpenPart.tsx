import type { DrawerPart } from "#session/drawerParts.ts";
import { useSend } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

/** A button that opens a view of the drawer under its own name. */
export function OpenPart({ part }: { readonly part: DrawerPart }) {
  const t = useWords();
  const send = useSend();
  return (
    <button type="button" className="explain" onClick={() => send({ type: "VIEW_CHANGED", change: { part } })}>
      {t(`drawer.parts.${part}`)}
    </button>
  );
}
