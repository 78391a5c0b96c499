/** What stands between the tags, at every second place of a text that is split by it. */
const BOLD = /<b>(.*?)<\/b>/;

/** A text of ours with its bold parts. */
export function Emphasised({ text }: { readonly text: string }) {
  return text.split(BOLD).map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a number that changes keeps its place
    place % 2 === 1 ? <strong key={place}>{part}</strong> : part,
  );
}
