import type { Indicator } from "#domain/indicators.ts";
import type { Language } from "#domain/language.ts";

/** Numbers as the language writes them; the minus is a true minus, the percent sign stands after a no-break space. */
export type Formats = {
  readonly number: (value: number, decimals?: number) => string;
  readonly signed: (value: number, decimals?: number) => string;
  /** A share in [0, 1] with its sign: `31.2 %`. */
  readonly percent: (share: number, decimals?: number) => string;
  /** The value of an indicator without its unit, save for the percent sign, which belongs to the number. */
  readonly value: (indicator: Indicator, value: number) => string;
  /** A difference of an indicator; of a share in percentage points, which the caller names. */
  readonly difference: (indicator: Indicator, difference: number) => string;
};

const NO_BREAK_SPACE = "\u00A0";

const formatsOfLanguages = new Map<Language, Formats>();

/** Those of a language, made once: the browser takes long to make one for numbers. */
export function formatsOf(language: Language): Formats {
  const formats = formatsOfLanguages.get(language) ?? createFormats(language);
  formatsOfLanguages.set(language, formats);
  return formats;
}

function createFormats(language: Language): Formats {
  const known = new Map<string, Intl.NumberFormat>();
  const format = (value: number, decimals: number, signDisplay: "auto" | "exceptZero") => {
    const key = `${decimals} ${signDisplay}`;
    const numberFormat =
      known.get(key) ??
      new Intl.NumberFormat(numberLocaleOf(language), {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: signDisplay === "auto" ? "negative" : signDisplay,
      });
    known.set(key, numberFormat);
    return numberFormat.format(value).replace("-", "\u2212");
  };
  const number = (value: number, decimals = 0) => format(value, decimals, "auto");
  const signed = (value: number, decimals = 0) => format(value, decimals, "exceptZero");
  const percent = (share: number, decimals = 1) => `${number(100 * share, decimals)}${NO_BREAK_SPACE}%`;
  return {
    number,
    signed,
    percent,
    value: ({ unit, decimals }, value) =>
      !Number.isFinite(value) ? UNKNOWN : unit === "share" ? percent(value, decimals) : number(value, decimals),
    difference: (indicator, difference) =>
      !Number.isFinite(difference)
        ? UNKNOWN
        : signed(
            indicator.unit === "share" ? 100 * difference : difference,
            decimalsOfDifference(indicator, difference),
          ),
  };
}

/** In the place of a number that there is not. */
const UNKNOWN = "–";

/** Locales for sorting. Many browsers cannot sort Kazakh; the Russian order is the closest. */
export function localesOf(language: Language): readonly string[] {
  return language === "kk" ? ["kk", "ru"] : [language];
}

/**
 * Kazakh numbers are written as Russian ones (CLDR: decimal comma, no-break space between thousands). Chromium says that it
 * knows Kazakh, but ships it without number symbols and would print `12,345.67`.
 */
function numberLocaleOf(language: Language): string {
  return language === "kk" ? "ru" : language;
}

/** Decimals of an amount in billions: with one, an amount below a billion would be told too roughly. */
export function decimalsOfMoney(billions: number): number {
  return billions < 1 ? 2 : 1;
}

/** Counts are whole, and the median of an even number of them may be a half. */
export function decimalsOfMedian(median: number): number {
  return Number.isInteger(2 * median) && !Number.isInteger(median) ? 1 : 0;
}

/** Decimals in which a difference of an indicator is read. */
export function decimalsOfDifference({ unit, decimals }: Indicator, difference: number): number {
  return decimals === 0 && (unit === "firms" || unit === "members") ? decimalsOfMedian(difference) : decimals;
}

/** As many decimals as a number that somebody chose or printed has itself, four at most. */
export function decimalsOf(value: number | string): number {
  return Math.min((String(value).split(".")[1] ?? "").length, 4);
}
