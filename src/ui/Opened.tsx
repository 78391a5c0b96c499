import { messageOf } from "#domain/messageOf.ts";
import { type ReactNode, useState } from "react";
import { FaultReason } from "./FaultReason.tsx";
import { Guard } from "./Guard.tsx";
import { useWords } from "./useWords.tsx";

type OpenedProps = {
  /** Classes that give the part its place on the page, where it does not stand inside another one. */
  readonly place?: string;
  readonly children: ReactNode;
};

/** A part of the page that may fail without taking the page with it: the reason stands in its place, with a way to try again. */
export function Opened({ place = "", children }: OpenedProps) {
  const t = useWords();
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  if (failure === null)
    return (
      <Guard key={attempt} onError={(error) => setFailure(messageOf(error))}>
        {children}
      </Guard>
    );
  return (
    <div className={`part-failed ${place}`} role="alert">
      <p>
        {t("drawer.failed")} <FaultReason message={failure} />
      </p>
      <button
        type="button"
        onClick={() => {
          setFailure(null);
          setAttempt(attempt + 1);
        }}
      >
        {t("drawer.again")}
      </button>
    </div>
  );
}
