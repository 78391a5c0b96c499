import { entryOf } from "#session/sessionContext.ts";
import { Title } from "#ui/Title.tsx";
import { useLanguage, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { PlanMark } from "./PlanMark.tsx";

/** Which plan is edited, what it was opened from, and the way back. */
export function PlanHead({ onLeave }: { readonly onLeave: () => void }) {
  const t = useWords();
  const send = useSend();
  const active = useSession((session) => session.active);
  const isAsOpened = useSession((session) => session.plan === session.opened);
  const canUndo = useSession(({ plans, active }) => entryOf(plans, active).past.length > 0);
  const canRedo = useSession(({ plans, active }) => entryOf(plans, active).future.length > 0);
  const go = (type: "UNDO" | "REDO" | "RESET_TO_OPENED") => {
    onLeave();
    send({ type });
  };
  return (
    <>
      <header className="panel-head">
        <Title level={2} id="plan-title">
          <PlanMark plan={active} />
          <span className="hidden">{t("plans.title", { key: active })}</span>
        </Title>
        <OpenedPlan onLeave={onLeave} />
      </header>
      <div className="plan-steps">
        <button
          type="button"
          className="icon"
          aria-label={t("plans.undo")}
          title={`${t("plans.undo")} (Ctrl+Z)`}
          disabled={!canUndo}
          onClick={() => go("UNDO")}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 3L3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7" />
          </svg>
        </button>
        <button
          type="button"
          className="icon"
          aria-label={t("plans.redo")}
          title={`${t("plans.redo")} (Ctrl+Shift+Z)`}
          disabled={!canRedo}
          onClick={() => go("REDO")}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H9" />
          </svg>
        </button>
        <button type="button" className="quiet" disabled={isAsOpened} onClick={() => go("RESET_TO_OPENED")}>
          {t("plan.reset")}
        </button>
      </div>
    </>
  );
}

/** Another preset in this plan's place; undo brings the former plan back. */
function OpenedPlan({ onLeave }: { readonly onLeave: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const send = useSend();
  const { presets } = useStudy();
  const opened = useSession((session) => session.opened);
  const plan = useSession((session) => session.plan);
  const isPreset = presets.includes(opened);
  return (
    <label className="plan-menu">
      <span className="hidden">{t("plans.opened")}</span>
      <select
        value={plan === opened ? opened.id : ""}
        onChange={(event) => {
          const chosen = presets.find(({ id }) => id === event.target.value) ?? opened;
          onLeave();
          send({ type: "PLAN_OPENED", plan: chosen });
        }}
      >
        {plan !== opened && <option value="">{plan.name[language]}</option>}
        {!isPreset && <option value={opened.id}>{opened.name[language]}</option>}
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
