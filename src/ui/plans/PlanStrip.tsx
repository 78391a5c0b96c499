import type { PlanEntry, PlanKey } from "#session/plans.ts";
import { blankPlan, removeAllMeasures, renamePlan } from "#session/planEdits.ts";
import { freeKey } from "#session/plans.ts";
import { useState } from "react";
import { IconButton } from "#ui/IconButton.tsx";
import { savePlan } from "#ui/saving/savePlan.ts";
import { useLanguage, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { PlanMark } from "./PlanMark.tsx";
import { type Closing, Popover } from "./Popover.tsx";

/** The plans on the page: choose the shown one, add, rename, duplicate, remove. */
export function PlanStrip() {
  const t = useWords();
  const plans = useSession((session) => session.plans);
  const active = useSession((session) => session.active);
  const [renaming, setRenaming] = useState<PlanKey | null>(null);
  return (
    <div className="plan-strip">
      <fieldset className="plan-chips">
        <legend className="hidden">{t("plans.label")}</legend>
        {plans.map((entry) => (
          <PlanChip
            key={entry.key}
            entry={entry}
            isActive={entry.key === active}
            isRenaming={entry.key === renaming}
            onRename={(on) => setRenaming(on ? entry.key : null)}
          />
        ))}
      </fieldset>
      <AddPlan />
      <RemovedPlan />
    </div>
  );
}

type PlanChipProps = {
  readonly entry: PlanEntry;
  readonly isActive: boolean;
  readonly isRenaming: boolean;
  readonly onRename: (on: boolean) => void;
};

function PlanChip({ entry: { key, plan }, isActive, isRenaming, onRename }: PlanChipProps) {
  const language = useLanguage();
  const send = useSend();
  const name = plan.name[language];
  return (
    <span className="plan-chip" data-on={isActive} data-testid={`plan-${key}`}>
      {isRenaming ? (
        <NameField name={name} plan={key} onDone={() => onRename(false)} />
      ) : (
        <label title={name} onDoubleClick={() => onRename(true)}>
          <input
            type="radio"
            name="plan"
            value={key}
            checked={isActive}
            aria-label={`${key}: ${name}`}
            onChange={() => send({ type: "PLAN_CHOSEN", key })}
          />
          <PlanMark plan={key} />
          <span className="plan-name">{name}</span>
        </label>
      )}
      {isActive && !isRenaming && <PlanMenu plan={key} onRename={() => onRename(true)} />}
    </span>
  );
}

/** Enter or leaving keeps the new name, Escape the old one. */
function NameField({
  name,
  plan,
  onDone,
}: {
  readonly name: string;
  readonly plan: PlanKey;
  readonly onDone: () => void;
}) {
  const t = useWords();
  const send = useSend();
  const active = useSession((session) => session.plan);
  const regionIds = useStudy().data.regions.map(({ id }) => id);
  const keep = (typed: string) => {
    onDone();
    const wanted = typed.trim();
    if (wanted === "" || wanted === name) return;
    const edited = renamePlan(active, wanted, regionIds);
    if (edited.status === "accepted") send({ type: "PLAN_CHANGED", plan: edited.plan });
  };
  return (
    <input
      type="text"
      className="plan-name-field"
      aria-label={t("plans.newName", { key: plan })}
      defaultValue={name}
      maxLength={120}
      // biome-ignore lint/a11y/noAutofocus: the field replaces the name that the reader has just asked to change
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => keep(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep(event.currentTarget.value);
        if (event.key === "Escape") onDone();
      }}
    />
  );
}

function PlanMenu({ plan: key, onRename }: { readonly plan: PlanKey; readonly onRename: () => void }) {
  const t = useWords();
  const send = useSend();
  const plan = useSession((session) => session.plan);
  const count = useSession((session) => session.plans.length);
  const study = useSession((session) => session.study);
  const clear = () => {
    const edited = removeAllMeasures(
      plan,
      study!.data.regions.map(({ id }) => id),
    );
    if (edited.status === "accepted") send({ type: "PLAN_CHANGED", plan: edited.plan });
  };
  return (
    <Popover name={t("plans.menu", { key })} className="icon" face={<Dots />} disabled={!study}>
      {(closing) => (
        <ul className="menu">
          <MenuItem closing={closing} text={t("plans.rename")} onChoose={onRename} />
          <MenuItem
            closing={closing}
            text={t("plans.duplicate")}
            disabled={count === 4}
            onChoose={() => send({ type: "PLAN_ADDED", plan })}
          />
          <MenuItem closing={closing} text={t("header.saveFile")} onChoose={() => savePlan(plan)} />
          <MenuItem closing={closing} text={t("plans.clear")} disabled={plan.measures.length === 0} onChoose={clear} />
          <MenuItem
            closing={closing}
            text={t("plans.remove")}
            disabled={count === 1}
            onChoose={() => send({ type: "PLAN_REMOVED", key })}
          />
        </ul>
      )}
    </Popover>
  );
}

function AddPlan() {
  const t = useWords();
  const language = useLanguage();
  const send = useSend();
  const plans = useSession((session) => session.plans);
  const plan = useSession((session) => session.plan);
  const study = useSession((session) => session.study);
  const key = freeKey(plans);
  const disabled = !study || key === null;
  return (
    <span className="add-plan">
      <IconButton
        icon="plus"
        name={t("plans.blank")}
        title={key === null ? t("plans.full") : t("plans.blank")}
        disabled={disabled}
        onClick={() => send({ type: "PLAN_ADDED", plan: blankPlan(key!) })}
      />
      <Popover name={t("plans.another")} className="icon narrow" face={<Arrow />} disabled={disabled}>
        {(closing) => (
          <ul className="menu">
            <MenuItem
              closing={closing}
              text={t("plans.copyOf", { plan: plan.name[language] })}
              onChoose={() => send({ type: "PLAN_ADDED", plan })}
            />
            {study?.presets.map((preset) => (
              <MenuItem
                key={preset.id}
                closing={closing}
                text={preset.name[language]}
                onChoose={() => send({ type: "PLAN_ADDED", plan: preset })}
              />
            ))}
          </ul>
        )}
      </Popover>
    </span>
  );
}

function RemovedPlan() {
  const t = useWords();
  const language = useLanguage();
  const send = useSend();
  const removed = useSession((session) => session.removed);
  if (!removed) return null;
  return (
    <p className="removed-plan" role="status">
      <span>{t("plans.removed", { plan: removed.plan.name[language] })}</span>
      <button type="button" className="quiet" onClick={() => send({ type: "PLAN_RETURNED" })}>
        {t("plans.bringBack")}
      </button>
      <IconButton icon="cross" name={t("plans.dismiss")} onClick={() => send({ type: "PLAN_FORGOTTEN" })} />
    </p>
  );
}

type MenuItemProps = {
  readonly closing: Closing;
  readonly text: string;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
};

function MenuItem({ closing, text, disabled, onChoose }: MenuItemProps) {
  return (
    <li>
      <button type="button" className="quiet" disabled={disabled} onClick={onChoose} {...closing}>
        {text}
      </button>
    </li>
  );
}

function Dots() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        className="solid"
        d="M3 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zM8 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zM13 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z"
      />
    </svg>
  );
}

function Arrow() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4.5 6.5L8 10l3.5-3.5" />
    </svg>
  );
}
