import type { Language } from "#domain/language.ts";
import type { QuestionWords } from "#ui/words/questions/en.ts";
import { Title } from "#ui/Title.tsx";
import { useLanguage, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { questionWords as en } from "#ui/words/questions/en.ts";
import { questionWords as kk } from "#ui/words/questions/kk.ts";
import { questionWords as ru } from "#ui/words/questions/ru.ts";
import { placesBeside, questionPlan } from "./questionPlans.ts";
import { AUDIENCES, QUESTION_IDS, QUESTIONS, type Question } from "./questions.ts";

const WORDS: Readonly<Record<Language, QuestionWords>> = { en, ru, kk };

/** Questions as entry points: each opens the view that answers it. */
export function QuestionsPage() {
  const words = WORDS[useLanguage()];
  const ask = useAsk();
  return (
    <div className="questions">
      <header>
        <Title>{words.title}</Title>
        <p className="guidance">{words.hint}</p>
      </header>
      {AUDIENCES.map((audience) => (
        <section key={audience} aria-labelledby={`questions-${audience}`}>
          <Title level={4} id={`questions-${audience}`}>
            {words.audiences[audience]}
          </Title>
          <ul>
            {QUESTION_IDS.filter((id) => QUESTIONS[id].audience === audience).map((id) => (
              <li key={id}>
                <button type="button" className="explain" onClick={() => ask(QUESTIONS[id])}>
                  {words.questions[id]}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Opens the plans of a question, the first in the place of the shown one, and the view that answers it. */
function useAsk() {
  const send = useSend();
  const { presets } = useStudy();
  const plans = useSession((session) => session.plans);
  const active = useSession((session) => session.active);
  return ({ part, sought, plan, beside = [], comparedBy = "digital_users", region, year, colour }: Question) => {
    const others = beside.map((id) => questionPlan(id, presets));
    const places = placesBeside(others, plans, active);
    if (plan !== undefined) send({ type: "PLAN_OPENED", plan: questionPlan(plan, presets) });
    places.forEach(({ key, has }, k) => {
      if (has === "nothing") send({ type: "PLAN_ADDED", plan: others[k] });
      if (has !== "another") return;
      send({ type: "PLAN_CHOSEN", key });
      send({ type: "PLAN_OPENED", plan: others[k] });
    });
    send({ type: "PLAN_CHOSEN", key: active });
    send({
      type: "VIEW_CHANGED",
      change: {
        part,
        sought: sought ?? null,
        ...(part === "compare" ? { compared: active, against: places[0]?.key ?? null, comparedBy } : {}),
        ...(region === undefined ? {} : { region }),
        ...(year === undefined ? {} : { year }),
        ...(colour === undefined ? {} : { colour, colourAs: "value" as const }),
      },
    });
  };
}
