import { FaultReason } from "./FaultReason.tsx";
import { useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

/** Why the simulation of many futures has ended before its time; the button that goes on stands beside it. */
export function FuturesFailure() {
  const t = useWords();
  const failure = useSession((session) => session.futuresFailure);
  if (failure === null) return null;
  return (
    <span className="failure" role="alert">
      <strong>{t("futures.failed")}</strong>
      <FaultReason message={failure} />
    </span>
  );
}
