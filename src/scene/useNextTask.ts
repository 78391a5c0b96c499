import { useEffect, useState } from "react";

/**
 * False at first, true in the next task of the browser, so that what is built in two tasks keeps the page waiting half as long.
 * Unlike a step of `useSteps`, it is never put off while other changes come.
 */
export function useNextTask(): boolean {
  const [hasCome, setCome] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCome(true));
    return () => clearTimeout(timer);
  }, []);
  return hasCome;
}
