import type { ReactNode } from "react";
import { useId, useRef } from "react";

type PopoverProps = {
  readonly name: string;
  /** What the button shows. */
  readonly face: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly children: (closing: Closing) => ReactNode;
};

/** Attributes that make a button inside close the popover when it is pressed. */
export type Closing = { readonly popoverTarget: string; readonly popoverTargetAction: "hide" };

const WIDTH = 288;

/** A button that opens a small panel beside it; the browser closes it on Escape and on a click elsewhere. */
export function Popover({ name, face, className = "quiet", disabled, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const place = () => {
    const { left, bottom } = button.current!.getBoundingClientRect();
    const { style } = panel.current!;
    style.left = `${Math.max(8, Math.min(left, innerWidth - WIDTH - 8))}px`;
    style.top = `${bottom + 4}px`;
    style.maxHeight = `${innerHeight - bottom - 12}px`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={name}
        title={name}
        popoverTarget={id}
        disabled={disabled}
      >
        {face}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className="popover"
        style={{ width: WIDTH }}
        onBeforeToggle={(event) => event.newState === "open" && place()}
      >
        {children({ popoverTarget: id, popoverTargetAction: "hide" })}
      </div>
    </>
  );
}
