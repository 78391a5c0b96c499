import type { KeptPage } from "#session/pageStore.ts";
import { readable } from "#session/pageKeeper.ts";
import { useLanguage, usePageKeeper, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { useEffect, useState } from "react";

/** The list of what this browser keeps, newest first, and a name for what is on the page. */
export function KeptPages() {
  const t = useWords();
  const language = useLanguage();
  const keeper = usePageKeeper();
  const plan = useSession((session) => session.plan);
  const [pages, setPages] = useState<readonly KeptPage[] | null>(null);
  const [name, setName] = useState(plan.name[language]);
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => {
    keeper.list().then(setPages, () => setIsRefused(true));
  }, [keeper]);

  /** Whatever the storage refuses leaves the list as it is, and says so. */
  const change = async (step: () => Promise<unknown>) => {
    try {
      const answer = await step();
      setIsRefused(answer === false);
      setPages(await keeper.list());
    } catch {
      setIsRefused(true);
    }
  };
  return (
    <>
      <form
        className="copy-field"
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = name.trim();
          if (wanted !== "") change(() => keeper.keep(wanted));
        }}
      >
        <label className="field">
          <span className="field-name">{t("saving.keepName")}</span>
          <input type="text" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit">{t("saving.keep")}</button>
      </form>
      {isRefused && (
        <p className="problem" role="alert">
          {t("saving.noStorage")}
        </p>
      )}
      {pages?.length === 0 && <p className="guidance">{t("saving.none")}</p>}
      <ul className="kept-pages" aria-label={t("saving.myPlans")}>
        {pages?.toReversed().map((page) => (
          <KeptRow key={page.id} page={page} onChange={change} />
        ))}
      </ul>
    </>
  );
}

type KeptRowProps = {
  readonly page: KeptPage;
  readonly onChange: (step: () => Promise<unknown>) => void;
};

function KeptRow({ page, onChange }: KeptRowProps) {
  const t = useWords();
  const language = useLanguage();
  const keeper = usePageKeeper();
  const study = useStudy();
  const [mode, setMode] = useState<"shown" | "renaming" | "removing">("shown");
  const restored = readable(page.page, study);
  const plans = restored?.plans.map(({ plan }) => plan.name[language]).join(", ") ?? t("saving.unreadable");
  const name = page.name !== "" ? page.name : restored ? t("saving.aside", { plans }) : plans;
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(page.savedAt);
  return (
    <li>
      {mode === "renaming" ? (
        <input
          type="text"
          aria-label={`${t("saving.rename")}: ${name}`}
          maxLength={120}
          defaultValue={name}
          // biome-ignore lint/a11y/noAutofocus: the field replaces the name that the reader has just asked to change
          autoFocus
          onBlur={(event) => {
            setMode("shown");
            const wanted = event.target.value.trim();
            if (wanted !== "" && wanted !== name) onChange(() => keeper.rename(page.id, wanted));
          }}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        />
      ) : (
        <span className="kept-name">
          <strong>{name}</strong>
          <span className="guidance">
            {date}
            {page.name !== "" && ` · ${plans}`}
          </span>
        </span>
      )}
      <span className="kept-buttons">
        {restored && (
          <button type="button" className="quiet" onClick={() => onChange(() => keeper.replace(restored))}>
            {t("saving.open")}
          </button>
        )}
        <button type="button" className="quiet" onClick={() => setMode("renaming")}>
          {t("saving.rename")}
        </button>
        <button
          type="button"
          className="quiet"
          onBlur={() => mode === "removing" && setMode("shown")}
          onClick={() => (mode === "removing" ? onChange(() => keeper.remove(page.id)) : setMode("removing"))}
        >
          {t(mode === "removing" ? "saving.removeSure" : "saving.remove")}
        </button>
      </span>
    </li>
  );
}
