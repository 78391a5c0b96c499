import type { InputProblem } from "#domain/inputProblem.ts";
import { describeProblem } from "#domain/inputProblem.ts";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

type NumberFieldProps = {
  /** Accessible name; shown above the field unless `nameHidden`. */
  readonly name: string;
  readonly nameHidden?: boolean;
  readonly value: number | null;
  readonly step: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly placeholder?: string;
  /** Gets null for an empty field, NaN for what is no number; answers with the problems, none when accepted. */
  readonly onEdit: (value: number | null) => readonly InputProblem[];
};

/** A number typed by hand. A refused value stays in the field with the reason beside it; the plan does not change. */
export function NumberField({
  name,
  nameHidden,
  value,
  step,
  minimum,
  maximum,
  placeholder,
  onEdit,
}: NumberFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState<{ text: string; of: number | null; problems: readonly InputProblem[] } | null>(
    null,
  );
  const live = draft !== null && draft.of === value ? draft : null; // a change from elsewhere wins over the draft
  const problems = live?.problems ?? [];

  const edit = ({ value: text, validity }: HTMLInputElement) => {
    const number = validity.badInput ? Number.NaN : text === "" ? null : Number(text);
    const refused = onEdit(number);
    setDraft({ text, of: refused.length > 0 ? value : number, problems: refused });
  };

  return (
    <div className="field">
      <label className={nameHidden ? "hidden" : "field-name"} htmlFor={id}>
        {name}
      </label>
      <span className="field-row">
        <input
          id={id}
          className="number"
          type="number"
          inputMode="decimal"
          step={step}
          min={minimum}
          max={maximum}
          placeholder={placeholder}
          value={live ? live.text : (value ?? "")}
          aria-invalid={problems.length > 0}
          aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
          onChange={(event) => edit(event.target)}
          onBlur={() => problems.length === 0 && setDraft(null)}
        />
      </span>
      {problems.length > 0 && (
        <p className="problem" id={`${id}-problem`} role="alert">
          {t("plan.unchanged")}
          {problems.map((problem) => (
            <code key={problem.place}>{describeProblem(problem)}</code>
          ))}
        </p>
      )}
    </div>
  );
}
