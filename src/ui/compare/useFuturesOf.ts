import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** "37 of 40 futures", in the form that the number asks for. */
export function useFuturesOf() {
  const t = useWords();
  const { number } = useFormats();
  return (k: number, n: number) => t("counted.futuresOf", { count: n, k: number(k), n: number(n) });
}
