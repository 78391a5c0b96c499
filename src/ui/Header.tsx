import type { Theme } from "#session/view.ts";
import type { Provenance } from "./downloads/provenance.ts";
import { LANGUAGES } from "#domain/language.ts";
import { Choice } from "./Choice.tsx";
import { DownloadMenu } from "./downloads/DownloadMenu.tsx";
import { HelpDialog } from "./help/HelpDialog.tsx";
import { PlanStrip } from "./plans/PlanStrip.tsx";
import { MyPlans } from "./saving/MyPlans.tsx";
import { Share } from "./saving/Share.tsx";
import { useLanguage, useSend, useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

const LANGUAGE_NAMES = {
  en: { text: "ENG", full: "English" },
  ru: { text: "РУС", full: "Русский" },
  kk: { text: "ҚАЗ", full: "Қазақша" },
} as const;
const THEMES: readonly Theme[] = ["system", "light", "dark"];

type HeaderProps = {
  readonly wide: boolean;
  readonly onPlanFile: (file: File) => void;
  readonly onReport: (provenance: Provenance) => void;
};

/** On a narrow page files stand with the plan, and colours with what is about the page. */
export function Header({ wide, onPlanFile, onReport }: HeaderProps) {
  const t = useWords();
  const language = useLanguage();
  const send = useSend();

  return (
    <header className="top">
      <h1>{t("product.name")}</h1>
      <PlanStrip />
      <div className="top-tools">
        {wide && <Share />}
        {wide && <MyPlans onPlanFile={onPlanFile} />}
        {wide && <DownloadMenu onReport={onReport} />}
        <Choice
          name={t("header.language")}
          options={LANGUAGES.map((value) => ({ value, ...LANGUAGE_NAMES[value] }))}
          value={language}
          onChoose={(chosen) => send({ type: "VIEW_CHANGED", change: { language: chosen } })}
        />
        {wide && <ThemeMenu />}
        <HelpDialog />
      </div>
    </header>
  );
}

export function ThemeMenu() {
  const t = useWords();
  const send = useSend();
  const theme = useSession((context) => context.view.theme);
  return (
    <label className="theme-menu" title={t("header.theme")}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.500" />
        <path d="M8 1.500a6.500 6.500 0 0 1 0 13Z" />
      </svg>
      <select
        aria-label={t("header.theme")}
        value={theme}
        onChange={(event) => send({ type: "VIEW_CHANGED", change: { theme: event.target.value as Theme } })}
      >
        {THEMES.map((value) => (
          <option key={value} value={value}>
            {t(`header.themes.${value}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
