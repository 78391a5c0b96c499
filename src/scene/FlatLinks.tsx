import type { LinkEnd, MapLinks } from "./mapLinks.ts";
import type { MapTheme } from "./mapProps.ts";
import { memo } from "react";
import { ACCENT, INK } from "./colourScales.ts";
import { ARC, chosenAlpha, LINK_KINDS } from "./mapLinks.ts";

type FlatLinksProps = {
  readonly links: MapLinks;
  readonly place: (end: number, into: LinkEnd) => LinkEnd;
  readonly theme: MapTheme;
};

/** Links of a kind and of like strength are one path of curves, so that hundreds of links are a few elements. */
export const FlatLinks = memo(function FlatLinks({ links, place, theme }: FlatLinksProps) {
  const alpha = chosenAlpha(links);
  const groups = new Map<string, { kind: number; chosen: boolean; opacity: number; path: string }>();
  const [a, b] = [
    { x: 0, y: 0, region: 0 },
    { x: 0, y: 0, region: 0 },
  ];
  for (let link = 0; link < links.count; link++) {
    const strength = Math.ceil((4 * links.now[link]!) / 255) / 4;
    if (strength === 0) continue;
    const kind = links.kind[link]!;
    const chosen = links.chosen[link] === 1;
    const key = `${kind} ${chosen} ${strength}`;
    const group = groups.get(key) ?? { kind, chosen, opacity: strength * (chosen ? alpha : 0.14), path: "" };
    group.path += curve(place(links.from[link]!, a), place(links.to[link]!, b));
    groups.set(key, group);
  }
  return (
    <g className="map-links" data-testid="links" fill="none">
      {[...groups.entries()].map(([key, { kind, opacity, path }]) => (
        <path
          key={key}
          d={path}
          stroke={IS_ACCENTED[kind] ? ACCENT[theme] : INK[theme]}
          strokeDasharray={DASHES[kind]}
          opacity={opacity}
        />
      ))}
    </g>
  );
});

const IS_ACCENTED = LINK_KINDS.map((kind) => kind === "platform" || kind === "complement");
const DASHES = LINK_KINDS.map((kind) => ({ service: "4 3", complement: "1.5 2.5" })[kind as string]);

function curve(a: LinkEnd, b: LinkEnd): string {
  const rise = Math.min(ARC.most, Math.max(ARC.least, ARC.rise * Math.hypot(a.x - b.x, a.y - b.y)));
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2 + 2 * rise];
  return `M${a.x.toFixed(2)} ${(-a.y).toFixed(2)}Q${x.toFixed(2)} ${(-y).toFixed(2)} ${b.x.toFixed(2)} ${(-b.y).toFixed(2)}`;
}
