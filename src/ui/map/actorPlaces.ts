import type { Region } from "#domain/region.ts";
import type { ActorPick, MapAgents } from "#scene/mapProps.ts";
import { enterpriseId, parseEnterpriseId } from "#domain/enterpriseId.ts";

/** Who stands in which row: places of manufacturers come first, and keep their row while no firm holds them. */
type Rows = Pick<MapAgents, "region" | "large">;

/** Id of the firm in a row: its place among the manufacturers, or the others, of its region. */
export function firmId(row: number, regions: readonly Region[], rows: Rows): string {
  const [first] = rowsOf(row < rows.large, rows);
  let place = 0;
  for (let other = first; other < row; other++) if (rows.region[other] === rows.region[row]) place++;
  return enterpriseId(regions[rows.region[row]].id, row < rows.large, place);
}

/** How the map names an actor: the row of a firm, or the id of another; null: no such firm. */
export function actorPick(id: string, regions: readonly Region[], rows: Rows): ActorPick | null {
  const enterprise = parseEnterpriseId(id);
  if (enterprise === null) return { mark: id };
  const region = regions.findIndex((one) => one.id === enterprise.region);
  const [first, end] = rowsOf(enterprise.isManufacturer, rows);
  let left = enterprise.place;
  for (let row = first; row < end; row++) if (rows.region[row] === region && left-- === 0) return { firm: row };
  return null;
}

function rowsOf(isManufacturer: boolean, { region, large }: Rows): readonly [first: number, end: number] {
  return isManufacturer ? [0, large] : [large, region.length];
}
