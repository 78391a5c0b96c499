import { useEffect } from "react";
import { useSend } from "#ui/useSession.tsx";

const TEXT_FIELD = "textarea, input:not([type=range], [type=checkbox], [type=radio]), [contenteditable]";

/**
 * Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo, save in a text field, which has an undo of its own. Letting go of the
 * pointer or a key ends a step; what is typed in a field is one step until the field is left.
 */
export function useEditKeys() {
  const send = useSend();
  useEffect(() => {
    const inTextField = ({ target }: Event) => target instanceof Element && target.closest(TEXT_FIELD) !== null;
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || inTextField(event)) return;
      const key = event.code === "KeyZ" ? (event.shiftKey ? "REDO" : "UNDO") : event.code === "KeyY" ? "REDO" : null;
      if (key === null || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      send({ type: key });
    };
    const end = () => send({ type: "GESTURE_ENDED" });
    const endOfKey = (event: KeyboardEvent) => {
      if (!inTextField(event)) end();
    };
    const listeners = [
      ["keydown", press],
      ["keyup", endOfKey],
      ["pointerup", end],
      ["pointercancel", end],
      ["focusout", end],
    ] as const;
    for (const [type, listener] of listeners) window.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener as EventListener);
    };
  }, [send]);
}
