import type { EventRecord } from "#domain/runResult.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { institutionIds } from "./institutions.ts";
import { recordLiveActor } from "./recordLiveActor.ts";
import { TECHNOLOGIES } from "#domain/technologies.ts";

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
    firmLife: ecosystem.turnover.life,
    ...Object.fromEntries(TECHNOLOGIES.map(({ id }, k) => [id, ecosystem.technologies.populations[k]])),
    digitalTwin: ecosystem.digitalTwins,
    security: ecosystem.cyber.security,
  };
  for (const [machine, { table, ...population }] of Object.entries(populations)) {
    population.listen((row, from, to, _transition, guard) => {
      if ((from === to && ecosystem.year !== staysIn) || agents.weight[row] === 0) return;
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
  recordComplementors(ecosystem, log);
  recordInstitutions(ecosystem, log);
  recordLiveActor(ecosystem, log, live.lifeCycle, { actor: "ecosystem", region: null, machine: "ecosystem" });
  recordLiveActor(ecosystem, log, live.mechanism, { actor: "mechanism", region: null, machine: "mechanism" });
  live.cores.forEach(({ id, region, actor }, c) => {
    recordLiveActor(ecosystem, log, actor, { actor: `core/${id}`, region, machine: "coreEnterprise" });
    const provider = { actor: `platform/${id}`, region, machine: "platformProvider" };
    recordLiveActor(ecosystem, log, live.providers[c], provider);
  });
}

function recordComplementors(ecosystem: Ecosystem, log: EventRecord[]): void {
  const { complementors, platforms } = ecosystem;
  const { table } = complementors;
  complementors.listen((row, from, to, _transition, guard) => {
    if (from === to) return;
    log.push({
      year: ecosystem.year,
      actor: `complementor/${row}`,
      region: platforms.complementorRegion[row],
      machine: "complementor",
      from: table.leaves[from],
      to: table.leaves[to],
      because: describeReason(guard < 0 ? "always" : table.guards[guard].reference.type, table.args),
    });
  });
}

function recordInstitutions(ecosystem: Ecosystem, log: EventRecord[]): void {
  const { ids, regions } = institutionIds(ecosystem.data);
  const { office, education, investors, customers, dataCentres } = ecosystem.institutions;
  for (const [kind, population] of Object.entries({ office, education, investors, customers, dataCentres })) {
    const { table } = population;
    population.listen((row, from, to, _transition, guard) => {
      if (from === to) return;
      log.push({
        year: ecosystem.year,
        actor: ids[kind as keyof typeof ids][row],
        region: regions[kind as keyof typeof regions][row],
        machine: table.machine.id,
        from: table.leaves[from],
        to: table.leaves[to],
        because: describeReason(guard < 0 ? "always" : table.guards[guard].reference.type, table.args),
      });
    });
  }
}

/** Guard, then the numbers of the event and the context it could see: `pilotSucceeds: draw 0.12, pilotShock 1.3, …`. */
export function describeReason(guard: string, args: { readonly event: object; readonly context: object }): string {
  const numbers = Object.entries({ ...args.event, ...args.context })
    .filter((entry): entry is [string, number | boolean] => ["number", "boolean"].includes(typeof entry[1]))
    .map(([name, value]) => `${name} ${typeof value === "number" ? Number(value.toPrecision(4)) : value}`);
  return `${guard}: ${numbers.join(", ")}`;
}
