import { useLanguage, useStudy } from "#ui/useSession.tsx";
import { COMPARE_WORDS } from "./compareQuestion.ts";

/** The region of a comparison by its full name, as a sentence asks for, or the country (null). */
export function usePlaceName(region: number | null): string {
  const language = useLanguage();
  const { data } = useStudy();
  return region === null ? COMPARE_WORDS[language].country : data.regions[region].name[language];
}
