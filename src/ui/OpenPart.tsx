import type { DrawerPart } from "#session/drawerParts.ts";
import { useTranslation } from "react-i18next";
import { useSend } from "./useSession.tsx";

/** A button that opens a view of the drawer under its own name. */
export function OpenPart({ part }: { readonly part: DrawerPart }) {
  const { t } = useTranslation();
  const send = useSend();
  return (
    <button type="button" className="explain" onClick={() => send({ type: "VIEW_CHANGED", change: { part } })}>
      {t(`drawer.parts.${part}`)}
    </button>
  );
}
