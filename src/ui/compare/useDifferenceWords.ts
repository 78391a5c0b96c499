import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { Difference } from "#engine/summaries.ts";
import { indicatorById } from "#domain/indicators.ts";
import { fill } from "#ui/fill.ts";
import { decimalsOfDifference } from "#ui/formats.ts";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { COMPARE_WORDS } from "./compareQuestion.ts";

/** How differences of an indicator are written: with a sign, shares in percentage points. Means need a decimal more than counts. */
export function useDifferenceWords(id: RegionalIndicatorId, moreDecimals = 0) {
  const t = useWords();
  const { difference } = useFormats();
  const words = COMPARE_WORDS[useLanguage()];
  const known = indicatorById(id);
  const indicator = { ...known, decimals: known.decimals + moreDecimals };
  const kind = known.unit;
  const isCount = kind === "firms" || kind === "members";
  const unit = indicator.unit === "share" ? t("units.points") : t(`units.${indicator.unit}`);
  const bare = (value: number) => difference(indicator, value);
  /** The form of the noun goes with the number that is read: 12.4 is shown as 12. */
  const shownCount = (value: number) => Number(Math.abs(value).toFixed(decimalsOfDifference(indicator, value)));
  return {
    unit,
    bare,
    withUnit: (value: number) =>
      isCount ? t(`counted.${kind}`, { count: shownCount(value), number: bare(value) }) : `${bare(value)} ${unit}`,
    interval: ({ p10, p90 }: Pick<Difference, "p10" | "p90">) =>
      fill(words.interval, { low: bare(p10), high: bare(p90) }),
  };
}
