import { entryOf } from "#session/sessionContext.ts";
import { IconButton } from "#ui/IconButton.tsx";
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
        <IconButton
          icon="undo"
          name={t("plans.undo")}
          title={`${t("plans.undo")} (Ctrl+Z)`}
          disabled={!canUndo}
          onClick={() => go("UNDO")}
        />
        <IconButton
          icon="redo"
          name={t("plans.redo")}
          title={`${t("plans.redo")} (Ctrl+Shift+Z)`}
          disabled={!canRedo}
          onClick={() => go("REDO")}
        />
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
  /** A preset is listed; under the name of the plan it would be listed twice, and Reset goes back to it. */
  const isListed = presets.includes(opened) || (plan !== opened && plan.name[language] === opened.name[language]);
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
        {!isListed && <option value={opened.id}>{opened.name[language]}</option>}
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
