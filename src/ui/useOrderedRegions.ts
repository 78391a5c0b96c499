import { localesOf } from "./formats.ts";
import { useLanguage, useStudy } from "./useSession.tsx";

/** The regions in the alphabet of the language, by the name that a list shows; `index` is the place in the data. */
export function useOrderedRegions(shown: "name" | "shortName") {
  const language = useLanguage();
  return useStudy()
    .data.regions.map((region, index) => ({ ...region, index, text: region[shown][language] }))
    .sort((a, b) => a.text.localeCompare(b.text, [...localesOf(language)]));
}
