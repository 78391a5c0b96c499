import type { Region } from "#domain/region.ts";
import type { ActorPick } from "#scene/mapProps.ts";
import { enterpriseId, parseEnterpriseId } from "#domain/enterpriseId.ts";
import { isManufacturer } from "#scene/firmStage.ts";

/** Id of the firm in a row: its place among the manufacturers, or the others, of its region. */
export function firmId(row: number, regions: readonly Region[], agentRegion: Uint8Array, agents: Uint8Array): string {
  const kind = isManufacturer(agents, row);
  let place = 0;
  for (let other = 0; other < row; other++)
    if (agentRegion[other] === agentRegion[row] && isManufacturer(agents, other) === kind) place++;
  return enterpriseId(regions[agentRegion[row]].id, kind, place);
}

/** How the map names an actor: the row of a firm, or the id of another; null: no such firm. */
export function actorPick(
  id: string,
  regions: readonly Region[],
  agentRegion: Uint8Array,
  agents: Uint8Array,
): ActorPick | null {
  const enterprise = parseEnterpriseId(id);
  if (enterprise === null) return { mark: id };
  const region = regions.findIndex((one) => one.id === enterprise.region);
  let left = enterprise.place;
  for (let row = 0; row < agentRegion.length; row++)
    if (agentRegion[row] === region && isManufacturer(agents, row) === enterprise.isManufacturer && left-- === 0)
      return { firm: row };
  return null;
}
