import type { KeyboardEvent } from "react";
import type { InputProblem } from "#domain/inputProblem.ts";
import { useId, useState } from "react";
import { ProblemNote } from "./ProblemNote.tsx";
import { readNumber, steppedNumber, writeNumber } from "./typedNumber.ts";
import { useLanguage } from "./useSession.tsx";

type NumberFieldProps = {
  /** Accessible name; shown above the field unless `nameHidden`. */
  readonly name: string;
  readonly nameHidden?: boolean;
  readonly value: number | null;
  readonly step: number;
  readonly minimum: number;
  readonly maximum: number;
  /** What an empty field means; without it an empty field is refused. */
  readonly placeholder?: string;
  /** Gets a number within the range, or null for an empty field; answers with the problems, none when accepted. */
  readonly onEdit: (value: number | null) => readonly InputProblem[];
};

/** Steps of a page key. */
const PAGE = 10;
const STEPS_OF_KEY: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: PAGE, PageDown: -PAGE };

/**
 * A number typed by hand, with the decimal sign of the page's language: a number field of the browser has that of the
 * browser's. A refused value stays in the field with the reason below it, or below all fields that stand together; what it
 * stands for does not change.
 */
export function NumberField(props: NumberFieldProps) {
  const { name, nameHidden, value, minimum, maximum, placeholder, onEdit } = props;
  const language = useLanguage();
  const id = useId();
  const [draft, setDraft] = useState<{ text: string; of: number | null; problems: readonly InputProblem[] } | null>(
    null,
  );
  const live = draft !== null && draft.of === value ? draft : null; // a change from elsewhere wins over the draft
  const problems = live?.problems ?? [];

  const edit = (text: string) => {
    const number = readNumber(text, language);
    const isLegal = number === null ? placeholder !== undefined : number >= minimum && number <= maximum;
    const refused = isLegal
      ? onEdit(number)
      : [{ place: name, expected: `a number from ${minimum} to ${maximum}`, found: text.trim() || "nothing" }];
    setDraft({ text, of: refused.length > 0 ? value : number, problems: refused });
  };
  const press = (event: KeyboardEvent) => {
    const by = STEPS_OF_KEY[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    edit(writeNumber(steppedNumber(value, by, props), language));
  };

  return (
    <div className="field">
      <div className="field">
        <label className={nameHidden ? "hidden" : "field-name"} htmlFor={id}>
          {name}
        </label>
        <span className="field-row">
          <input
            id={id}
            className="number"
            type="text"
            inputMode={minimum < 0 ? "text" : "decimal"} // keyboards of some phones have no minus beside their digits
            autoComplete="off"
            role="spinbutton"
            aria-valuenow={value ?? undefined}
            aria-valuetext={value === null ? placeholder : writeNumber(value, language)}
            aria-valuemin={minimum}
            aria-valuemax={maximum}
            placeholder={placeholder}
            value={live ? live.text : value === null ? "" : writeNumber(value, language)}
            aria-invalid={problems.length > 0}
            aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
            onChange={(event) => edit(event.target.value)}
            onKeyDown={press}
            onBlur={() => problems.length === 0 && setDraft(null)}
          />
        </span>
      </div>
      {problems.length > 0 && <ProblemNote id={`${id}-problem`} problems={problems} />}
    </div>
  );
}
