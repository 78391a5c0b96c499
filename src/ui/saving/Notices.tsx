import type { Notice } from "#session/notice.ts";
import { later } from "#ui/later.tsx";
import { Opened } from "#ui/Opened.tsx";
import { FileProblems } from "#ui/ProblemNote.tsx";
import { useFormats, useLanguage, usePageKeeper, useSend, useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { CloseButton } from "./CloseButton.tsx";
import "#ui/styles/saving.css";

const Reproduced = later(async () => (await import("./Reproduced.tsx")).Reproduced);

const LISTED_PROBLEMS = 8;

/** What the reader is told about links, files, storage and languages, above the answer. */
export function Notices() {
  const notices = useSession((session) => session.notices);
  const isFromLink = useSession((session) => session.received !== null);
  return (
    <>
      {isFromLink && (
        <Opened>
          <Reproduced />
        </Opened>
      )}
      {notices.map((notice) => (
        <NoticeBar key={notice.kind} notice={notice} />
      ))}
    </>
  );
}

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const t = useWords();
  const send = useSend();
  const keeper = usePageKeeper();
  const language = useLanguage();
  const { number } = useFormats();
  const close = () => send({ type: "NOTICE_CLOSED", kind: notice.kind });
  return (
    <div className="notice" role="status" data-testid={`notice-${notice.kind}`}>
      <p>{textOf(notice)}</p>
      {notice.kind === "linkRefused" && notice.problems.length > 0 && (
        <FileProblems problems={notice.problems.slice(0, LISTED_PROBLEMS)} />
      )}
      {notice.kind === "otherTab" ? (
        <span className="notice-buttons">
          <button type="button" onClick={() => keeper.settle("here")}>
            {t("saving.notices.takeHere")}
          </button>
          <button type="button" className="quiet" onClick={() => keeper.settle("otherTab")}>
            {t("saving.notices.takeOther")}
          </button>
        </span>
      ) : (
        <CloseButton onClose={close} />
      )}
    </div>
  );

  function textOf(notice: Notice): string {
    if (notice.kind === "fileOpened") {
      const { file, key, plan } = notice;
      const count = plan.measures.length;
      const measures = t("counted.measures", { count, number: number(count) });
      return t("saving.notices.fileOpened", { key, plan: plan.name[language], file, measures });
    }
    if (notice.kind === "oneFile") return t("saving.notices.oneFile", { file: notice.file });
    if (notice.kind !== "linkRefused") return t(`saving.notices.${notice.kind}`);
    const texts = { cut: "linkCut", newer: "linkNewer", long: "linkLong", wrong: "linkWrong" } as const;
    return t(`saving.notices.${texts[notice.reason]}`);
  }
}
