/** Points within so many pixels cannot have names of their own. */
const TOGETHER = 10;

type Named = { readonly name: string; readonly x: number; readonly y: number };

/** Points from the top down, those that lie close to one of them under its place. */
export function pointsTogether(points: readonly Named[]) {
  const groups: { readonly names: string[]; readonly x: number; readonly y: number }[] = [];
  for (const { name, x, y } of [...points].sort((a, b) => a.y - b.y)) {
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) <= TOGETHER);
    if (near) near.names.push(name);
    else groups.push({ names: [name], x, y });
  }
  return groups;
}
