import { startTransition, useEffect, useState } from "react";

/** Counts from 0 to `last`, one task of the browser a step: what is built in steps never keeps the page waiting long. */
export function useSteps(last: number): number {
  const [step, setStep] = useState(0);
  useEffect(() => {
    if (step === last) return;
    const timer = setTimeout(() => startTransition(() => setStep(step + 1)));
    return () => clearTimeout(timer);
  }, [step, last]);
  return step;
}
