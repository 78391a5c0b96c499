import { useWords } from "#ui/useWords.tsx";

export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  return (
    <button type="button" className="icon" aria-label={t("saving.dismiss")} onClick={onClose}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 4l8 8M12 4l-8 8" />
      </svg>
    </button>
  );
}
