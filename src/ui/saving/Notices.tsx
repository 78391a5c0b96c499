import type { Notice } from "#session/notice.ts";
import { describeProblem } from "#domain/inputProblem.ts";
import { usePageKeeper, useSend, useSession } from "#ui/useSession.tsx";
import { useTranslation } from "react-i18next";
import { Reproduced } from "./Reproduced.tsx";
import "#ui/styles/saving.css";

const LISTED_PROBLEMS = 8;

/** What the reader is told about links and storage, above the answer. */
export function Notices() {
  const notices = useSession((session) => session.notices);
  return (
    <>
      <Reproduced />
      {notices.map((notice) => (
        <NoticeBar key={notice.kind} notice={notice} />
      ))}
    </>
  );
}

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const send = useSend();
  const keeper = usePageKeeper();
  const close = () => send({ type: "NOTICE_CLOSED", kind: notice.kind });
  return (
    <div className="notice" role="status" data-testid={`notice-${notice.kind}`}>
      <p>{textOf(notice)}</p>
      {notice.kind === "linkRefused" && notice.problems.length > 0 && (
        <ul>
          {notice.problems.slice(0, LISTED_PROBLEMS).map((problem) => (
            <li key={describeProblem(problem)}>
              <code>{describeProblem(problem)}</code>
            </li>
          ))}
        </ul>
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

  function textOf({ kind }: Notice): string {
    if (notice.kind !== "linkRefused") return t(`saving.notices.${kind as Exclude<Notice["kind"], "linkRefused">}`);
    const texts = { cut: "linkCut", newer: "linkNewer", long: "linkLong", wrong: "linkWrong" } as const;
    return t(`saving.notices.${texts[notice.reason]}`);
  }
}

export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="icon" aria-label={t("saving.dismiss")} onClick={onClose}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 4l8 8M12 4l-8 8" />
      </svg>
    </button>
  );
}
