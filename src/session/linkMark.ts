/** Start of an address part that holds a page; what reads it is loaded only when there is one. */
export const LINK_MARK = "#p=";

export function isPageLink(hash: string): boolean {
  return hash.startsWith(LINK_MARK);
}
