import type { DrawerPart } from "#session/drawerParts.ts";
import { DRAWER_GROUPS, groupOf } from "#session/drawerParts.ts";
import { useInsertionEffect, useLayoutEffect, useRef, useState } from "react";
import { DRAWER_COMPONENTS, WHOLE_PAGE } from "./drawerComponents.ts";
import { Opened } from "./Opened.tsx";
import { Tabs } from "./Tabs.tsx";
import { LOW, useScreenMedia } from "./useMedia.ts";
import { useSend, useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

/** Views below the map, in groups; the drawer opens to a third, where that leaves room for the map, or to the whole page. */
export function Drawer() {
  const t = useWords();
  const send = useSend();
  const part = useSession((context) => context.view.part);
  const [last, setLast] = useState<DrawerPart>(part ?? "charts");
  /** Views that open to a third are made larger together; of those that need the whole page one alone is made smaller. */
  const [isLarger, setIsLarger] = useState(false);
  const [smaller, setSmaller] = useState<DrawerPart | null>(null);
  if (part !== null && part !== last) setLast(part);
  const open = (next: DrawerPart | null) => send({ type: "VIEW_CHANGED", change: { part: next } });
  const isLow = useScreenMedia(LOW);
  const isWhole = part !== null && (isLow || (WHOLE_PAGE.has(part) ? part !== smaller : isLarger));
  const resize = () => {
    if (part !== null && WHOLE_PAGE.has(part)) setSmaller(isWhole ? part : null);
    else setIsLarger(!isWhole);
  };

  const size = part === null ? "folded" : isWhole ? "whole" : "third";
  const drawer = useRef<HTMLElement>(null);

  // On the page, since what stands above it makes room: a rule that asked whether there is such a drawer would be asked at
  // every change. It stands there before anything is measured.
  useInsertionEffect(() => {
    document.documentElement.dataset.drawer = size;
    return () => {
      delete document.documentElement.dataset.drawer;
    };
  }, [size]);

  // A view over the whole page hides what opened it, and with it the focus of the keyboard.
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (isWhole && activeElement !== body && !drawer.current!.contains(activeElement))
      drawer.current!.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }, [isWhole]);

  return (
    <section ref={drawer} className="drawer" aria-label={t("drawer.label")}>
      <div className="drawer-head">
        <Tabs
          name={t("drawer.label")}
          panelId={part === null ? null : "drawer-part"}
          tabs={DRAWER_GROUPS.map(({ id }) => ({ value: id, text: t(`drawer.groups.${id}`) }))}
          value={groupOf(part ?? last).id}
          onChoose={(group) => open(DRAWER_GROUPS.find(({ id }) => id === group)!.parts[0])}
        />
        {part !== null && !isLow && (
          <button type="button" className="quiet" onClick={resize}>
            {t(isWhole ? "drawer.smaller" : "drawer.larger")}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          aria-expanded={part !== null}
          onClick={() => open(part === null ? last : null)}
        >
          {t(part === null ? "drawer.unfold" : "drawer.fold")}
        </button>
      </div>
      {part !== null && (
        <div
          className="drawer-body"
          id="drawer-part"
          role="tabpanel"
          aria-label={t(`drawer.groups.${groupOf(part).id}`)}
        >
          <PartList part={part} onOpen={open} />
          <PartView part={part} />
        </div>
      )}
    </section>
  );
}

/** The views of the group, as an index beside the view. */
function PartList({ part, onOpen }: { readonly part: DrawerPart; readonly onOpen: (part: DrawerPart) => void }) {
  const t = useWords();
  const { id, parts } = groupOf(part);
  if (parts.length < 2) return null;
  return (
    <nav className="part-list" aria-label={t(`drawer.groups.${id}`)}>
      <ul>
        {parts.map((one) => (
          <li key={one}>
            <button type="button" aria-current={one === part} onClick={() => onOpen(one)}>
              {t(`drawer.parts.${one}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One view; what it needs is loaded when it is opened, and a failure stays inside it. */
export function PartView({ part }: { readonly part: DrawerPart }) {
  const t = useWords();
  const Part = DRAWER_COMPONENTS[part];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a view scrolls, and keyboards can only scroll what they can reach
    <section key={part} className="drawer-part" tabIndex={0} aria-label={t(`drawer.parts.${part}`)}>
      <Opened>
        <Part />
      </Opened>
    </section>
  );
}
