import { useEffect, useState } from "react";

type ActorWording = typeof import("./actor/actorWording.ts");

let loaded: ActorWording | null = null;

/** Names of actors and states; they come in a file of their own, so at first there are none. */
export function useActorWording(): ActorWording | null {
  const [wording, setWording] = useState(loaded);
  useEffect(() => {
    let isWanted = true;
    import("./actor/actorWording.ts").then((module) => {
      loaded = module;
      if (isWanted) setWording(module);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return wording;
}
