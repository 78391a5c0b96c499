import { LAST_YEAR, START_YEAR } from "#domain/scenario.ts";
import { useEffect } from "react";
import { useSend } from "./useSession.tsx";

/** Space plays, arrows step, Home and End jump, Escape shows the whole country, unless a control wants the key itself. */
export function useYearKeys() {
  const send = useSend();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (
        target.closest(
          "input, select, textarea, button, summary, dialog, [role=tab], [role=tabpanel], .table-scroll, [data-keys=own]",
        )
      )
        return;
      const sent = eventOfKey(event.key);
      if (!sent) return;
      event.preventDefault();
      send(sent);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [send]);
}

function eventOfKey(key: string) {
  switch (key) {
    case " ":
      return { type: "PLAY_TOGGLED" } as const;
    case "ArrowLeft":
      return { type: "YEAR_STEPPED", by: -1 } as const;
    case "ArrowRight":
      return { type: "YEAR_STEPPED", by: 1 } as const;
    case "Home":
      return { type: "VIEW_CHANGED", change: { year: START_YEAR } } as const;
    case "End":
      return { type: "VIEW_CHANGED", change: { year: LAST_YEAR } } as const;
    case "Escape":
      return { type: "VIEW_CHANGED", change: { region: null } } as const;
    default:
      return null;
  }
}
