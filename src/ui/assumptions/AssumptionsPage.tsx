import { MECHANISMS } from "#domain/mechanisms.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { changeAssumptions } from "#session/planEdits.ts";
import { fill } from "#ui/fill.ts";
import { Title } from "#ui/Title.tsx";
import { usePlanEdit } from "#ui/plans/usePlanEdit.ts";
import { useFormats, useLanguage, useSession } from "#ui/useSession.tsx";
import { ParameterList } from "./ParameterList.tsx";
import { ShockList } from "./ShockList.tsx";
import { useAssumptionsWords } from "./useAssumptionsWords.ts";
import "#ui/styles/assumptions.css";

/** What the plan takes for given, apart from its measures: parameters, parts of the model switched off, shocks. */
export function AssumptionsPage() {
  const words = useAssumptionsWords();
  const language = useLanguage();
  const { number } = useFormats();
  const { plan, regionIds, keep } = usePlanEdit();
  const active = useSession((session) => session.active);
  const changed = Object.keys(plan.parameters).length;
  const isDefault = changed + plan.off.length + plan.shocks.length === 0;
  return (
    <div className="assumptions">
      <header>
        <Title>{fill(words.title, { key: active })}</Title>
        <p className="guidance">{words.both}</p>
        <p>
          {fill(words.changed, { count: number(changed), all: number(PARAMETERS.length) })}
          <button
            type="button"
            className="quiet"
            disabled={isDefault}
            onClick={() => keep(changeAssumptions(plan, { parameters: {}, off: [], shocks: [] }, regionIds))}
          >
            {words.resetAll}
          </button>
        </p>
      </header>
      <div className="assumptions-columns">
        <ParameterList />
        <div>
          <ShockList />
          <section>
            <Title level={4}>{words.mechanisms}</Title>
            <p className="guidance">{words.mechanismsHint}</p>
            <ul>
              {MECHANISMS.map(({ id, name, without }) => {
                const isOn = !plan.off.includes(id);
                const off = isOn ? [...plan.off, id] : plan.off.filter((other) => other !== id);
                return (
                  <li key={id}>
                    <label className="check">
                      <input
                        type="checkbox"
                        checked={isOn}
                        onChange={() => keep(changeAssumptions(plan, { off }, regionIds))}
                      />
                      {name[language]}
                    </label>
                    {!isOn && <p className="guidance">{without[language]}</p>}
                  </li>
                );
              })}
            </ul>
          </section>
        </div>
      </div>
    </div>
  );
}
