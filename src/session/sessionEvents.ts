import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { RunRequest } from "#engine/simulationService.ts";
import type { FuturesByPlan } from "./futures.ts";
import type { Notice } from "./notice.ts";
import type { PlanEvent } from "./planEvents.ts";
import type { RestoredPage } from "./savedPage.ts";
import type { DrawnCourse, Part, SharedEffect } from "./sessionContext.ts";
import type { View } from "./view.ts";

export type SessionEvent =
  | PlanEvent
  /** Other plans in the place of all that are on the page. */
  | { readonly type: "PAGE_RESTORED"; readonly page: RestoredPage }
  | { readonly type: "RECEIPT_DISMISSED" }
  | { readonly type: "NOTICE_RAISED"; readonly notice: Notice }
  | { readonly type: "NOTICE_CLOSED"; readonly kind: Notice["kind"] }
  | { readonly type: "SEED_CHANGED"; readonly seed: string }
  | { readonly type: "VIEW_CHANGED"; readonly change: Partial<View> }
  | { readonly type: "COURSE_DRAWN"; readonly drawn: DrawnCourse }
  | { readonly type: "EFFECT_SHARED"; readonly effect: SharedEffect | null }
  | { readonly type: "YEAR_STEPPED"; readonly by: number }
  | { readonly type: "PLAY_TOGGLED" }
  | { readonly type: "RUN_AGAIN" }
  | { readonly type: "FUTURES_STOPPED" }
  /** As many futures as named, or the stopped ones again. */
  | { readonly type: "FUTURES_WANTED"; readonly count?: number }
  | FuturesReport
  | SimulationReport;

/** What the invoked simulation reports. */
export type SimulationReport =
  | { readonly type: "YEAR_ARRIVED"; readonly snapshot: YearSnapshot }
  | { readonly type: "RUN_DONE"; readonly part: Part; readonly request: RunRequest; readonly summary: RunSummary }
  | { readonly type: "RUN_FAILED"; readonly request: RunRequest; readonly message: string };

/** What the invoked simulation of many futures reports. */
export type FuturesReport =
  | { readonly type: "FUTURES_ARRIVED"; readonly futures: FuturesByPlan }
  | { readonly type: "FUTURES_FAILED"; readonly message: string };
