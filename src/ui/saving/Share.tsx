import { Popover } from "#ui/plans/Popover.tsx";
import { useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { lazy, Suspense } from "react";
import "#ui/styles/saving.css";

const ShareContent = lazy(async () => ({ default: (await import("./ShareContent.tsx")).ShareContent }));

export function Share() {
  const t = useWords();
  const isLoaded = useSession((session) => session.study !== null);
  return (
    <Popover name={t("saving.share")} face={t("saving.share")} width={440} disabled={!isLoaded}>
      {() => (
        <div className="saving">
          <Suspense>
            <ShareContent />
          </Suspense>
        </div>
      )}
    </Popover>
  );
}
