import { useRef, useState } from "react";
import { useWords } from "#ui/useWords.tsx";

type CopyFieldProps = { readonly name: string; readonly text: string; readonly testId: string };

/** A text to be taken along: by the button, or by hand where the browser does not allow it. */
export function CopyField({ name, text, testId }: CopyFieldProps) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<{ readonly of: string; readonly isCopied: boolean } | null>(null);
  const told = answer?.of === text ? answer : null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer({ of: text, isCopied: true });
    } catch {
      field.current?.select();
      setAnswer({ of: text, isCopied: false });
    }
  };
  return (
    <div className="copy-field">
      <label className="field">
        <span className="field-name">{name}</span>
        <input
          ref={field}
          type="text"
          readOnly
          value={text}
          data-testid={testId}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <button type="button" onClick={copy} aria-label={`${t("saving.copy")}: ${name}`}>
        {t(told?.isCopied ? "saving.copied" : "saving.copy")}
      </button>
      {told && !told.isCopied && (
        <p className="guidance" role="alert">
          {t("saving.notCopied")}
        </p>
      )}
    </div>
  );
}
