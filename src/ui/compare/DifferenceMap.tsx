import type { CompareWords } from "#ui/words/compare/en.ts";
import type { ComparePartProps, CompareQuestion } from "./compareQuestion.ts";
import { indicatorById } from "#domain/indicators.ts";
import { differenceColour } from "#scene/colourScales.ts";
import { isOpenVerdict, type Verdict } from "#session/comparisonFinding.ts";
import { FlatMap } from "#scene/FlatMap.tsx";
import { useLanguage, useStudy } from "#ui/useSession.tsx";
import { hasIntervals } from "./compareQuestion.ts";
import { useFigureTheme } from "./PlanSign.tsx";
import { reachOf, regionDifferences } from "./regionDifferences.ts";
import { useDifferenceWords } from "./useDifferenceWords.ts";
import { mapNames } from "#ui/map/mapNames.ts";

type DifferenceMapProps = ComparePartProps & {
  /** Where the scale of colours ends; its own largest difference unless maps beside it share a scale. */
  readonly reach?: number;
  readonly everyName?: boolean;
};

/** Part of its colour that a difference keeps whose interval contains zero. */
const PALER = 0.4;

/** What the colours mean, and the brackets where there are intervals. */
export function mapNote(question: CompareQuestion, { regions }: CompareWords): string {
  return hasIntervals(question) ? `${regions.map} ${regions.brackets}` : regions.mapOne;
}

/** Gainers and losers on a flat map; where the interval contains zero the number stands in brackets and the colour is paler. */
export function DifferenceMap({ question, words, reach: common, everyName = false }: DifferenceMapProps) {
  const language = useLanguage();
  const { data, boundaries } = useStudy();
  const { bare } = useDifferenceWords(question.indicator);
  const rows = regionDifferences(question, data.regions.length).sort((a, b) => a.region - b.region);
  const reach = common ?? reachOf([question], data.regions.length);
  const bands = hasIntervals(question);
  const theme = useFigureTheme();
  const isOpen = (verdict: Verdict) => bands && isOpenVerdict(verdict);
  return (
    <FlatMap
      regions={data.regions}
      boundaries={boundaries.detailed}
      language={language}
      theme={theme}
      heights={rows.map(() => 0)}
      colours={rows.map(({ p50, verdict }) => differenceColour(((isOpen(verdict) ? PALER : 1) * p50) / reach, theme))}
      regionLabels={rows.map(({ region, p50, verdict }) => ({
        ...mapNames(data.regions[region], language),
        value: isOpen(verdict) ? `(${bare(p50)})` : bare(p50),
      }))}
      description={`${indicatorById(question.indicator).name[language]}, ${question.year}. ${mapNote(question, words)}`}
      everyName={everyName}
      agents={null}
      selectedRegion={null}
      onSelectRegion={() => {}}
      reducedMotion
    />
  );
}
