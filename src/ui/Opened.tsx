import { type ReactNode, useState } from "react";
import { FaultReason } from "./FaultReason.tsx";
import { Guard } from "./Guard.tsx";
import { useWords } from "./useWords.tsx";

/** A part of the page that may fail without taking the page with it: the reason stands in its place, with a way to try again. */
export function Opened({ children }: { readonly children: ReactNode }) {
  const t = useWords();
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  if (failure === null)
    return (
      <Guard key={attempt} onError={(error) => setFailure(error instanceof Error ? error.message : String(error))}>
        {children}
      </Guard>
    );
  return (
    <div className="part-failed" role="alert">
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
