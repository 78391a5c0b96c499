import type { Language } from "#domain/language.ts";
import type { GuideWords } from "#ui/words/guide/en.ts";
import { useEffect } from "react";
import { Title } from "#ui/Title.tsx";
import { useLanguage, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { guideWords as en } from "#ui/words/guide/en.ts";
import { guideWords as kk } from "#ui/words/guide/kk.ts";
import { guideWords as ru } from "#ui/words/guide/ru.ts";
import { PlanCard } from "./PlanCard.tsx";

const WORDS: Readonly<Record<Language, GuideWords>> = { en, ru, kk };

/** The opened plan's card, and what a reader may notice and try with it. */
export function GuidePage() {
  const language = useLanguage();
  const words = WORDS[language];
  const { presets } = useStudy();
  const opened = useSession((context) => context.opened);
  const card = opened.card;
  useSought();
  const guide = presets.some(({ id }) => id === opened.id) ? words.presets[opened.id] : undefined;
  return (
    <div className="trust">
      {guide && (
        <section>
          <Title>{words.noticeTitle}</Title>
          <p>{guide.notice}</p>
          <Title>{words.tryTitle}</Title>
          <p>{guide.attempt}</p>
        </section>
      )}
      <section>
        <Title>{opened.name[language]}</Title>
        {card ? <PlanCard card={card} /> : <p className="guidance">{words.own}</p>}
      </section>
    </div>
  );
}

/** Shows and focuses, once, the element that the reader has been sent to. */
function useSought() {
  const send = useSend();
  const sought = useSession((context) => context.view.sought);
  useEffect(() => {
    if (sought === null) return;
    const element = document.getElementById(sought);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView();
    send({ type: "VIEW_CHANGED", change: { sought: null } });
  }, [sought, send]);
}
