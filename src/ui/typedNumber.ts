import type { Language } from "#domain/language.ts";

/** A number as a person of the language types it: no grouping, as many digits as it has. */
export function writeNumber(value: number, language: Language): string {
  const text = String(value).replace("-", "\u2212");
  return language === "en" ? text : text.replace(".", ",");
}

/**
 * What was typed: null for an empty field, NaN for no number. Comma and point are both read as the decimal sign, since
 * keyboards and copied tables have either; only in English a comma before three digits groups thousands, as in 1,500.
 */
export function readNumber(typed: string, language: Language): number | null {
  const text = typed.replaceAll(/\s/g, "").replace("\u2212", "-");
  if (text === "") return null;
  const plain = language === "en" && /^-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  return /^[-+]?(\d+[.,]?\d*|[.,]\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain.replace(",", ".")) : Number.NaN;
}

type Scale = { readonly minimum: number; readonly maximum: number; readonly step: number };

/** The next stop of a field whose stops start at its minimum, `by` steps on; a value between two stops goes to the nearer end. */
export function steppedNumber(value: number | null, by: number, { minimum, maximum, step }: Scale): number {
  if (value === null) return minimum;
  const place = (value - minimum) / step;
  const whole = Math.round(place);
  const isStop = Math.abs(place - whole) < 1e-6;
  const from = isStop ? whole : by > 0 ? Math.floor(place) : Math.ceil(place);
  return Number(Math.min(maximum, Math.max(minimum, minimum + (from + by) * step)).toPrecision(12));
}
