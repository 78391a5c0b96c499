import type { ComponentProps } from "react";

const PATHS = {
  back: "M10 3L5 8l5 5",
  cross: "M4 4l8 8M12 4l-8 8",
  forward: "M6 3l5 5-5 5",
  frame: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  links: "M3 12Q8 0 13 12M3 12Q6 6 9 12M2 12h2M12 12h2M8 12h2",
  magnifier: "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.5 10.5L14 14M7 5v4M5 7h4",
  minus: "M3 8h10",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  play: "M4 2.5v11l9-5.5z",
  plus: "M8 3v10M3 8h10",
  redo: "M10 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H9",
  reset: "M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3",
  stop: "M4 4h8v8H4z",
  undo: "M6 3L3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7",
} as const;

type Icon = keyof typeof PATHS;

const SOLID: ReadonlySet<Icon> = new Set(["pause", "play", "stop"]);

type IconButtonProps = ComponentProps<"button"> & {
  readonly icon: Icon;
  /** What a screen reader says of it. */
  readonly name: string;
};

/** A button that is a drawing. */
export function IconButton({ icon, name, ...attributes }: IconButtonProps) {
  return (
    <button type="button" className="icon" aria-label={name} {...attributes}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className={SOLID.has(icon) ? "solid" : undefined} d={PATHS[icon]} />
      </svg>
    </button>
  );
}
