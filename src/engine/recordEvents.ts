import type { EventRecord } from "#domain/runResult.ts";
import type { Ecosystem } from "./ecosystem.ts";

/**
 * Writes every change of state into the log: who, when, from and to what, and what the deciding guard saw. In the year
 * `staysIn` also what members of populations saw who stayed where they were.
 */
export function recordEvents(ecosystem: Ecosystem, log: EventRecord[], staysIn?: number): void {
  const { agents, data, live } = ecosystem;
  const populations = {
    digital: ecosystem.digital,
    cloud: ecosystem.cloud,
    bigData: ecosystem.bigData,
    supplier: ecosystem.suppliers,
    platformMember: ecosystem.members,
  };
  for (const [machine, { table, ...population }] of Object.entries(populations)) {
    population.listen((row, from, to, _transition, guard) => {
      if (from === to && ecosystem.year !== staysIn) return;
      const region = agents.region[row];
      log.push({
        year: ecosystem.year,
        actor: `enterprise/${data.regions[region].id}/${row < agents.large ? row - agents.largeStart[region] : `other-${row - agents.otherStart[region]}`}`,
        region,
        machine,
        from: table.leaves[from],
        to: table.leaves[to],
        because: describeReason(guard < 0 ? "always" : table.guards[guard].reference.type, table.args),
      });
    });
  }
  for (const { id, region, actor } of live.cores) {
    let state = actor.getSnapshot().value;
    actor.subscribe((snapshot) => {
      if (snapshot.value === state) return;
      log.push({
        year: ecosystem.year,
        actor: `core/${id}`,
        region,
        machine: "coreEnterprise",
        from: state,
        to: snapshot.value,
        because: `${snapshot.context.membersLastYear} members last year`,
      });
      state = snapshot.value;
    });
  }
}

/** Guard, then the numbers of the event and the context it could see: `pilotSucceeds: draw 0.12, pilotShock 1.3, …`. */
function describeReason(guard: string, args: { readonly event: object; readonly context: object }): string {
  const numbers = Object.entries({ ...args.event, ...args.context })
    .filter((entry): entry is [string, number] => typeof entry[1] === "number")
    .map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`);
  return `${guard}: ${numbers.join(", ")}`;
}
