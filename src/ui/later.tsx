import { type ComponentType, startTransition, useEffect, useState } from "react";

/** A component that is there as soon as its program is; `fetch` has it come before it is needed. */
export type Later<P> = ComponentType<P> & { readonly fetch: () => Promise<ComponentType<P>> };

/**
 * A part of the page whose program comes in a file of its own. Unlike React's `lazy`, one that has come already is drawn at once
 * (React keeps what stands in for it for 300 ms), and one that could not be had is asked for again when it is mounted anew; the
 * nearest guard hears why.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Waiting: ComponentType = () => null,
): Later<P> {
  let loaded: ComponentType<P> | null = null;
  const fetch = async () => {
    loaded = await load();
    return loaded;
  };
  function Part(props: P) {
    const [Own, setOwn] = useState(() => loaded);
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      if (Own) return;
      fetch().then(
        (own) => startTransition(() => setOwn(() => own)),
        (error) => setFailure({ error }),
      );
    }, [Own]);
    if (failure) throw failure.error;
    return Own ? <Own {...props} /> : <Waiting />;
  }
  return Object.assign(Part, { fetch });
}
