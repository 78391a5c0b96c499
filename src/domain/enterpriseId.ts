/** `enterprise/akmola/7` is the eighth manufacturer of Akmola, `enterprise/akmola/other-3` the fourth agent of other industry. */
export function enterpriseId(region: string, isManufacturer: boolean, place: number): string {
  return `enterprise/${region}/${isManufacturer ? "" : "other-"}${place}`;
}

export type EnterprisePlace = { readonly region: string; readonly isManufacturer: boolean; readonly place: number };

/** null: the id is not that of an enterprise. */
export function parseEnterpriseId(id: string): EnterprisePlace | null {
  const [, region, other, place] = /^enterprise\/([a-z-]+)\/(other-)?(\d{1,5})$/.exec(id) ?? [];
  return region === undefined ? null : { region, isManufacturer: other === undefined, place: Number(place) };
}
