import type { Names } from "./language.ts";
import * as z from "zod/mini";
import { InputRefused } from "./inputProblem.ts";

/** A first-level unit of Kazakhstan as it stands since June 2022. */
export type Region = {
  /** Id used in every file, link and column: `akmola`. */
  readonly id: string;
  /** ISO 3166-2 code of 2022: `KZ-11`; also the id in the boundary files. */
  readonly code: string;
  readonly kind: "oblast" | "city";
  readonly name: Names;
  readonly shortName: Names;
  readonly centre: Names;
  /** Longitude and latitude. */
  readonly centreAt: readonly [number, number];
  readonly labelAt: readonly [number, number];
  readonly areaKm2: number;
  /** Code of each neighbour to the length of the shared border in km. */
  readonly neighbours: Readonly<Record<string, number>>;
};

const names = z.object({ en: z.string(), ru: z.string(), kk: z.string() });
const place = z.tuple([z.number(), z.number()]);
const metaShape = z.array(
  z.object({
    id: z.string().check(z.regex(/^KZ-\d\d$/)),
    slug: z.string(),
    kind: z.enum(["oblast", "city"]),
    name: names,
    short: names,
    centre: z.object({ en: z.string(), ru: z.string(), kk: z.string(), lonlat: place }),
    label: place,
    area_km2: z.number(),
    neighbours: z.record(z.string(), z.number()),
  }),
);

/** Regions in the order of `ids`. Throws `InputRefused` when the file lacks one of them. */
export function parseRegions(text: string, ids: readonly string[]): Region[] {
  const meta = metaShape.parse(JSON.parse(text));
  const bySlug = new Map(meta.map((region) => [region.slug, region]));
  const missing = ids.filter((id) => !bySlug.has(id));
  if (missing.length > 0)
    throw new InputRefused(
      missing.map((id) => ({ place: "kazakhstan-regions-meta.json", expected: `a region ${id}`, found: "none" })),
    );
  return ids.map((id) => {
    const region = bySlug.get(id)!;
    const { lonlat, ...centre } = region.centre;
    return {
      id,
      code: region.id,
      kind: region.kind,
      name: region.name,
      shortName: region.short,
      centre,
      centreAt: lonlat,
      labelAt: region.label,
      areaKm2: region.area_km2,
      neighbours: region.neighbours,
    };
  });
}
