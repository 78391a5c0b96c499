import type { Provenance } from "#ui/downloads/provenance.ts";
import { lazy, Suspense } from "react";
import { useComparedPlans } from "#ui/compare/useComparedPlans.ts";

const Report = lazy(async () => ({ default: (await import("./Report.tsx")).Report }));

type OpenReportProps = { readonly provenance: Provenance; readonly onClose: () => void };

/** The report of the plans on the page, loaded when it is asked for. It stands outside the layout, which a resized window rebuilds. */
export function OpenReport({ provenance, onClose }: OpenReportProps) {
  const plans = useComparedPlans();
  return <Suspense>{plans.length > 0 && <Report plans={plans} provenance={provenance} onClose={onClose} />}</Suspense>;
}
