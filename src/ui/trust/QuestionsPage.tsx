import type { Language } from "#domain/language.ts";
import type { QuestionWords } from "#ui/words/questions/en.ts";
import { useLanguage, useSend, useStudy } from "#ui/useSession.tsx";
import { questionWords as en } from "#ui/words/questions/en.ts";
import { questionWords as kk } from "#ui/words/questions/kk.ts";
import { questionWords as ru } from "#ui/words/questions/ru.ts";
import { AUDIENCES, QUESTION_IDS, QUESTIONS, type Question } from "./questions.ts";

const WORDS: Readonly<Record<Language, QuestionWords>> = { en, ru, kk };

/** Questions as entry points: each opens the view that answers it. */
export function QuestionsPage() {
  const words = WORDS[useLanguage()];
  const ask = useAsk();
  return (
    <div className="questions">
      <header>
        <h3>{words.title}</h3>
        <p className="guidance">{words.hint}</p>
      </header>
      {AUDIENCES.map((audience) => (
        <section key={audience} aria-labelledby={`questions-${audience}`}>
          <h4 id={`questions-${audience}`}>{words.audiences[audience]}</h4>
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

function useAsk() {
  const send = useSend();
  const { presets } = useStudy();
  return ({ part, plan, region, year, colour }: Question) => {
    const preset = presets.find(({ id }) => id === plan);
    if (preset) send({ type: "PLAN_OPENED", plan: preset });
    send({
      type: "VIEW_CHANGED",
      change: {
        part,
        ...(region === undefined ? {} : { region }),
        ...(year === undefined ? {} : { year }),
        ...(colour === undefined ? {} : { colour, colourAs: "value" as const }),
      },
    });
  };
}
