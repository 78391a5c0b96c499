import { useTranslation } from "react-i18next";
import { useFormats } from "#ui/useSession.tsx";

/** "37 of 40 futures", in the form that the number asks for. */
export function useFuturesOf() {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (k: number, n: number) => t("counted.futuresOf", { count: n, k: number(k), n: number(n) });
}
