import type { Parameter, SourceClass } from "#domain/parameter.ts";
import { PARAMETER_SUBJECTS } from "#domain/parameterSubjects.ts";
import { PARAMETERS, parameterById } from "#domain/parameters.ts";
import { useSteps } from "#scene/useSteps.ts";
import { changeParameter } from "#session/planEdits.ts";
import { fill } from "#ui/fill.ts";
import { decimalsOf } from "#ui/formats.ts";
import { IconButton } from "#ui/IconButton.tsx";
import { NumberField } from "#ui/NumberField.tsx";
import { ParameterSymbol } from "#ui/ParameterSymbol.tsx";
import { Title } from "#ui/Title.tsx";
import { usePlanChange } from "#ui/plans/usePlanEdit.ts";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useLanguage, useSession } from "#ui/useSession.tsx";
import { memo, type ReactNode, useState } from "react";
import { useAssumptionsWords } from "./useAssumptionsWords.ts";
import { parameterMeaning, parameterUnit } from "./parameterMeaning.ts";

const SOURCES: readonly SourceClass[] = ["fitted", "study", "literature", "assumption"];
/** Steps of a slider over the range of a parameter. */
const STEPS = 100;
/** Rows that are built in one task of the browser. */
const ROWS_AT_ONCE = 12;

/** Every number of the model, by subject, with its range, default and source; found by words, symbol, subject or source. */
export function ParameterList() {
  const words = useAssumptionsWords();
  const language = useLanguage();
  const { number } = useFormats();
  const changed = useSession(({ plan }) => plan.parameters);
  const built = ROWS_AT_ONCE * (1 + useSteps(Math.ceil(PARAMETERS.length / ROWS_AT_ONCE) - 1));
  const [wanted, setWanted] = useState("");
  const [source, setSource] = useState<SourceClass | "all" | "changed">("all");
  const isWhole = wanted.trim() === "" && source === "all";
  const isWanted = (parameter: Parameter, subject: string) => {
    const { id, symbol } = parameter;
    if (source === "changed" ? !(id in changed) : source !== "all" && parameter.source !== source) return false;
    return `${symbol} ${id} ${parameterMeaning(parameter, language)} ${subject}`
      .toLocaleLowerCase(language)
      .includes(wanted.trim().toLocaleLowerCase(language));
  };
  const subjects = PARAMETER_SUBJECTS.map(({ name, parameters }) => {
    const found = parameters.map(parameterById).filter((parameter) => isWanted(parameter, name[language]));
    return { name, all: parameters.length, found };
  }).filter(({ found }) => found.length > 0);
  const countOf = (all: number, found: readonly Parameter[]) => {
    const differ = found.filter(({ id }) => id in changed).length;
    return [
      isWhole ? number(all) : fill(words.foundOf, { found: number(found.length), all: number(all) }),
      ...(differ > 0 ? [fill(words.changedCount, { number: number(differ) })] : []),
    ].join(" · ");
  };
  const shown = new Set(subjects.flatMap(({ found }) => found).slice(0, built));
  return (
    <section>
      <Title level={4}>{words.parameters}</Title>
      <p className="guidance">{unbroken(words.fittedTwice)}</p>
      <div className="parameter-search">
        <input
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <select
          aria-label={words.source}
          value={source}
          onChange={(event) => setSource(event.target.value as typeof source)}
        >
          <option value="all">{words.allSources}</option>
          <option value="changed">{words.changedOnly}</option>
          {SOURCES.map((one) => (
            <option key={one} value={one}>
              {words.sources[one]}
            </option>
          ))}
        </select>
      </div>
      {subjects.length === 0 && <p className="guidance">{words.nothingFound}</p>}
      <div className="parameters">
        {subjects.map(({ name, all, found }) => (
          <Subject key={name.en} name={name[language]} count={countOf(all, found)} isFold={isWhole}>
            {found
              .filter((parameter) => shown.has(parameter))
              .map((parameter) => (
                <ParameterRow
                  key={parameter.id}
                  parameter={parameter}
                  meaning={parameterMeaning(parameter, language)}
                />
              ))}
          </Subject>
        ))}
      </div>
    </section>
  );
}

type SubjectProps = {
  readonly name: string;
  readonly count: string;
  readonly isFold: boolean;
  readonly children: ReactNode;
};

/** A heading with its parameters; in the whole list, which is many screens long, they are opened on demand. */
function Subject({ name, count, isFold, children }: SubjectProps) {
  const title = (
    <Title level={5}>
      {name}
      {"\u00A0"}
      <span className="unit">{count}</span>
    </Title>
  );
  if (isFold)
    return (
      <details>
        <summary>{title}</summary>
        <ul>{children}</ul>
      </details>
    );
  return (
    <section>
      {title}
      <ul>{children}</ul>
    </section>
  );
}

type ParameterRowProps = { readonly parameter: Parameter; readonly meaning: string };

const ParameterRow = memo(function ParameterRow({ parameter, meaning }: ParameterRowProps) {
  const words = useAssumptionsWords();
  const language = useLanguage();
  const { number } = useFormats();
  const keep = usePlanChange();
  const { id, symbol, minimum, maximum, source, evidence } = parameter;
  const chosen = useSession(({ plan }) => plan.parameters[id]);
  const isChanged = chosen !== undefined;
  const value = chosen ?? parameter.default;
  const shown = (one: number) => number(one, decimalsOf(one));
  const step = Number(((maximum - minimum) / STEPS).toPrecision(6));
  const change = (next: number | null) => keep((plan, regionIds) => changeParameter(plan, id, next, regionIds));
  const fraction = (one: number) => (one - minimum) / (maximum - minimum);
  const unit = parameterUnit(id, language);
  const name = `${symbol}: ${meaning}, ${unit}`;
  // What an evidence says in words is English; references to tables and equations are the same in every language.
  const said = language === "en" || /^(T\d+|EQ-\d+|SM-\d+)[\d ,:T–-]*$/.test(evidence) ? evidence : null;
  return (
    <li data-changed={isChanged}>
      <span className="parameter-name">
        <b>
          <ParameterSymbol symbol={symbol} />
        </b>{" "}
        {meaning}, <span className="unit">{unit}</span>
      </span>
      <span className="slider" style={{ "--mark": fraction(parameter.default), "--fill": fraction(value) }}>
        <input
          type="range"
          aria-label={name}
          aria-valuetext={shown(value)}
          min={minimum}
          max={maximum}
          step={step}
          value={value}
          onChange={(event) => change(nearest(Number(event.target.value), parameter.default, step))}
        />
        <span className="slider-mark" />
      </span>
      <NumberField
        name={name}
        nameHidden
        value={value}
        minimum={minimum}
        maximum={maximum}
        step={step}
        onEdit={change}
      />
      <IconButton
        icon="reset"
        style={{ visibility: isChanged ? "visible" : "hidden" }}
        name={`${name}: ${fill(words.reset, { value: shown(parameter.default) })}`}
        title={fill(words.reset, { value: shown(parameter.default) })}
        onClick={() => change(parameter.default)}
      />
      <span className="guidance">
        {words.sources[source]}
        {said && `: ${said}`}.{" "}
        {fill(words.range, { low: shown(minimum), high: shown(maximum), value: shown(parameter.default) })}
      </span>
    </li>
  );
});

/** Steps of a slider start at the least value, so the default may lie between two of them. */
function nearest(value: number, byDefault: number, step: number): number {
  return Math.abs(value - byDefault) < step / 2 ? byDefault : Number(value.toPrecision(8));
}
