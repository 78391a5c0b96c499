import type { ReactNode } from "react";
import { useId, useRef, useState } from "react";

type PopoverProps = {
  readonly name: string;
  /** What the button shows. */
  readonly face: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly width?: number;
  /** Drawn only while it is open. */
  readonly children: (closing: Closing) => ReactNode;
};

/** Attributes that make a button inside close the popover when it is pressed. */
export type Closing = { readonly popoverTarget: string; readonly popoverTargetAction: "hide" };

/** A button that opens a small panel beside it; the browser closes it on Escape and on a click elsewhere. */
export function Popover({ name, face, className = "quiet", disabled, width = 288, children }: PopoverProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const place = () => {
    const { left, top, bottom } = button.current!.getBoundingClientRect();
    const { style } = panel.current!;
    const room = Math.min(width, innerWidth - 16);
    style.width = `${room}px`;
    style.left = `${Math.max(8, Math.min(left, innerWidth - room - 8))}px`;
    // Low on the page there is more room above the button than below it.
    const opensUp = innerHeight - bottom < 280 && top > innerHeight - bottom;
    style.top = opensUp ? "auto" : `${bottom + 4}px`;
    style.bottom = opensUp ? `${innerHeight - top + 4}px` : "auto";
    style.maxHeight = `${(opensUp ? top : innerHeight - bottom) - 12}px`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={face === name ? undefined : name}
        title={face === name ? undefined : name}
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
        onBeforeToggle={(event) => {
          if (event.newState === "closed") return;
          setIsOpen(true);
          place();
        }}
        // Not before it is closed: the browser gives the focus back to the button only from within.
        onToggle={(event) => event.newState === "closed" && setIsOpen(false)}
      >
        {isOpen && children({ popoverTarget: id, popoverTargetAction: "hide" })}
      </div>
    </>
  );
}
