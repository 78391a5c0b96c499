import type { Provenance } from "#ui/downloads/provenance.ts";
import { later } from "#ui/later.tsx";
import { useComparedPlans } from "#ui/compare/useComparedPlans.ts";

const Report = later(async () => (await import("./Report.tsx")).Report);
/** Has its program come; where it cannot be had, whoever opens the report says so. */
export const fetchReport = Report.fetch;

type OpenReportProps = { readonly provenance: Provenance; readonly onClose: () => void };

/** The report of the plans on the page, loaded when it is asked for. It stands outside the layout, which a resized window rebuilds. */
export function OpenReport({ provenance, onClose }: OpenReportProps) {
  const plans = useComparedPlans();
  return plans.length > 0 && <Report plans={plans} provenance={provenance} onClose={onClose} />;
}
