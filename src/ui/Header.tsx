import type { Theme } from "#session/view.ts";
import { LANGUAGES } from "#domain/language.ts";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "./Choice.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { saveFile } from "./saveFile.ts";
import { useLanguage, useSend, useSession } from "./useSession.tsx";

const LANGUAGE_NAMES = { en: "English", ru: "Русский", kk: "Қазақша" } as const;
const THEMES: readonly Theme[] = ["system", "light", "dark"];

type HeaderProps = { readonly onPlanFile: (file: File) => void };

export function Header({ onPlanFile }: HeaderProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const send = useSend();
  const theme = useSession((context) => context.view.theme);
  const plan = useSession((context) => context.plan);
  const fileInput = useRef<HTMLInputElement>(null);

  return (
    <header className="top">
      <h1>{t("product.name")}</h1>
      <PlanMenu />
      <div className="top-tools">
        <button type="button" className="quiet" onClick={() => fileInput.current!.click()}>
          {t("header.openFile")}
        </button>
        <input
          ref={fileInput}
          type="file"
          className="hidden"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label={t("header.openFile")}
          data-testid="plan-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onPlanFile(file);
            event.target.value = ""; // the same file may be chosen again after it was mended
          }}
        />
        <button
          type="button"
          className="quiet"
          onClick={() => saveFile(`${plan.id}.json`, "application/json", `${JSON.stringify(plan, null, 2)}\n`)}
        >
          {t("header.saveFile")}
        </button>
        <Choice
          name={t("header.language")}
          options={LANGUAGES.map((value) => ({
            value,
            text: value === "kk" ? "ҚАЗ" : value === "ru" ? "РУС" : "ENG",
            full: LANGUAGE_NAMES[value],
          }))}
          value={language}
          onChoose={(chosen) => send({ type: "VIEW_CHANGED", change: { language: chosen } })}
        />
        <label>
          <span className="hidden">{t("header.theme")}</span>
          <select
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
        <HelpDialog />
      </div>
    </header>
  );
}

function PlanMenu() {
  const { t } = useTranslation();
  const language = useLanguage();
  const send = useSend();
  const study = useSession((context) => context.study);
  const opened = useSession((context) => context.opened);
  const plan = useSession((context) => context.plan);
  const presets = study?.presets ?? [];
  const isPreset = presets.includes(opened);
  return (
    <label className="plan-menu">
      <span>{t("header.plan")}</span>
      <select
        value={plan === opened ? opened.id : ""}
        disabled={!study}
        onChange={(event) => {
          const chosen = presets.find(({ id }) => id === event.target.value);
          if (chosen) send({ type: "PLAN_OPENED", plan: chosen });
        }}
      >
        {plan !== opened && <option value="">{plan.name[language]}</option>}
        {!isPreset && <option value={opened.id}>{opened.name[language]}</option>}
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
