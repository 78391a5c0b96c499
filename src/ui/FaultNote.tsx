import type { ReactNode } from "react";
import { FaultReason } from "./FaultReason.tsx";

type FaultNoteProps = {
  readonly what: string;
  readonly message: string;
  /** A button that asks again. */
  readonly children?: ReactNode;
};

/** What could not be done, and why. */
export function FaultNote({ what, message, children }: FaultNoteProps) {
  return (
    <p role="alert">
      {what} <FaultReason message={message} /> {children}
    </p>
  );
}
