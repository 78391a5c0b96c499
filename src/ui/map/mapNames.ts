import type { Language, Names } from "#domain/language.ts";
import type { Region } from "#domain/region.ts";

/** Names for a map that is too small for the short ones, as a reader of the region knows them. */
const BRIEF_NAMES: Readonly<Record<string, Names>> = {
  akmola: { en: "Akmola", ru: "Акмола", kk: "Ақмола" },
  aktobe: { en: "Aktobe", ru: "Актобе", kk: "Ақтөбе" },
  "almaty-region": { en: "Almaty Reg.", ru: "Алмат. обл.", kk: "Алматы обл." },
  atyrau: { en: "Atyrau", ru: "Атырау", kk: "Атырау" },
  "west-kazakhstan": { en: "West Kaz.", ru: "ЗКО", kk: "БҚО" },
  jambyl: { en: "Jambyl", ru: "Жамбыл", kk: "Жамбыл" },
  karaganda: { en: "Karaganda", ru: "Караганда", kk: "Қарағанды" },
  kostanay: { en: "Kostanay", ru: "Костанай", kk: "Қостанай" },
  kyzylorda: { en: "Kyzylorda", ru: "Кызылорда", kk: "Қызылорда" },
  mangystau: { en: "Mangystau", ru: "Мангистау", kk: "Маңғыстау" },
  pavlodar: { en: "Pavlodar", ru: "Павлодар", kk: "Павлодар" },
  "north-kazakhstan": { en: "North Kaz.", ru: "СКО", kk: "СҚО" },
  turkistan: { en: "Turkistan", ru: "Туркестан", kk: "Түркістан" },
  "east-kazakhstan": { en: "East Kaz.", ru: "ВКО", kk: "ШҚО" },
};

/** How a map may name a region: by its short name or, where there is little room, by its brief one. */
export function mapNames({ id, shortName }: Region, language: Language) {
  return { title: shortName[language], brief: (BRIEF_NAMES[id] ?? shortName)[language] };
}
