import { IconButton } from "#ui/IconButton.tsx";
import { useWords } from "#ui/useWords.tsx";

export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  return <IconButton icon="cross" name={t("saving.dismiss")} onClick={onClose} />;
}
