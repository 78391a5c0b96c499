import type { AnyActor, AnyMachineSnapshot, InspectionEvent } from "xstate";
import type { EventRecord } from "#domain/runResult.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { describeReason } from "./recordEvents.ts";

/** Writes every change of state of an actor of its own into the log, with the guard that decided and what it saw. */
export function recordLiveActor(
  ecosystem: Ecosystem,
  log: EventRecord[],
  actor: AnyActor,
  who: Pick<EventRecord, "actor" | "region" | "machine">,
): void {
  let before = actor.getSnapshot() as AnyMachineSnapshot;
  actor.system.inspect((inspected: InspectionEvent) => {
    if (inspected.type !== "@xstate.microstep" || inspected.actorRef !== actor) return;
    const after = inspected.snapshot as AnyMachineSnapshot;
    if (after.value !== before.value) {
      const guard: unknown = inspected._transitions.at(0)?.guard;
      log.push({
        year: ecosystem.year,
        ...who,
        from: String(before.value),
        to: String(after.value),
        because: describeReason(typeof guard === "string" ? guard : "always", {
          event: inspected.event,
          context: before.context as object,
        }),
      });
    }
    before = after;
  });
}
