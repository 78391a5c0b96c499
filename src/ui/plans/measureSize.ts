import type { Lever, LeverUnit } from "#domain/levers.ts";
import type { Measure } from "#domain/scenario.ts";
import type { TFunction } from "i18next";
import type { Formats } from "#ui/formats.ts";
import { leverById } from "#domain/levers.ts";
import { decimalsOf } from "#ui/formats.ts";

/** Shares are edited in percent; everything else as it is. */
export function sizeShown({ unit }: { readonly unit: LeverUnit }, size: number): number {
  return unit === "share" ? Number((100 * size).toFixed(6)) : size;
}

export function sizeMeant({ unit }: { readonly unit: LeverUnit }, shown: number): number {
  return unit === "share" ? Number((shown / 100).toFixed(8)) : shown;
}

/** A size of a lever with its unit, in the decimals of its step. */
export function withUnit(lever: Lever, size: number, { number }: Formats, t: TFunction): string {
  const { unit, step } = lever;
  const count = sizeShown(lever, size);
  const text = number(count, decimalsOf(sizeShown(lever, step)));
  if (unit === "cores") return t("counted.cores", { count, number: text });
  return unit === "index" ? text : `${text}\u00A0${t(`units.${unit}`)}`;
}

export function sizeText({ lever, size }: Measure, formats: Formats, t: TFunction): string {
  const { unit } = leverById(lever);
  const text = withUnit(leverById(lever), size, formats, t);
  return unit === "index" ? `${text} (${t("units.index")})` : text;
}
