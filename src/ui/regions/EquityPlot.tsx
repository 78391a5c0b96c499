import { useWords } from "#ui/useWords.tsx";
import type { EquityCourse, EquityFormProps } from "./equityLayout.ts";
import { EquityWithList } from "./EquityWithList.tsx";
import { EquityWithNames } from "./EquityWithNames.tsx";

type EquityPlotProps = Omit<EquityFormProps, "courses"> & {
  readonly plan: EquityCourse["course"] | null;
  readonly noPlan: EquityCourse["course"];
};

/** A picture narrower than this has no room for names beside the plane. */
const ROOM_FOR_NAMES = 620;

/** The plan, no plan, other plans and presets in a plane of two goals. */
export function EquityPlot({ plan, noPlan, ...form }: EquityPlotProps) {
  const t = useWords();
  const courses: readonly EquityCourse[] = [
    { kind: "noPlan", label: t("chart.noPlan"), course: noPlan },
    ...(plan ? [{ kind: "plan", label: t("chart.plan"), course: plan } as const] : []),
  ];
  const isListed = form.others.length + form.presets.length > 0 && form.width < ROOM_FOR_NAMES;
  return isListed ? <EquityWithList {...form} courses={courses} /> : <EquityWithNames {...form} courses={courses} />;
}
