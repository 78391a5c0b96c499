import type { ReactNode } from "react";

/** A part that scrolls by itself, reachable by keyboard and named by its title. */
export function ScrollArea({ titleId, children }: { readonly titleId: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards can only scroll what they can reach
    <section className="table-scroll" tabIndex={0} aria-labelledby={titleId}>
      {children}
    </section>
  );
}
