import { later } from "#ui/later.tsx";
import { Opened } from "#ui/Opened.tsx";
import { Popover } from "#ui/plans/Popover.tsx";
import { useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import "#ui/styles/saving.css";

const ShareContent = later(async () => (await import("./ShareContent.tsx")).ShareContent);

export function Share() {
  const t = useWords();
  const isLoaded = useSession((session) => session.study !== null);
  return (
    <Popover name={t("saving.share")} face={t("saving.share")} width={440} disabled={!isLoaded}>
      {() => (
        <div className="saving">
          <Opened>
            <ShareContent />
          </Opened>
        </div>
      )}
    </Popover>
  );
}
