import type { Language } from "#domain/language.ts";
import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";

/** The licences ask for this line wherever the map is shown. */
export function MapCredit({ language }: { readonly language: Language }) {
  return <p className="map-credit">{BOUNDARIES_CREDIT[language]}</p>;
}
