import { useTranslation } from "react-i18next";
import { FaultReason } from "./FaultReason.tsx";
import { useSession } from "./useSession.tsx";

/** Why the simulation of many futures has ended before its time; the button that goes on stands beside it. */
export function FuturesFailure() {
  const { t } = useTranslation();
  const failure = useSession((session) => session.futuresFailure);
  if (failure === null) return null;
  return (
    <span className="failure" role="alert">
      <strong>{t("futures.failed")}</strong>
      <FaultReason message={failure} />
    </span>
  );
}
