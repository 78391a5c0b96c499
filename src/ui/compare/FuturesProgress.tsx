import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import { fill } from "#ui/fill.ts";
import { FuturesFailure } from "#ui/FuturesFailure.tsx";
import { MoreFutures } from "#ui/FuturesInterval.tsx";
import { useFormats, useFuturesPhase, useSend } from "#ui/useSession.tsx";

/** How many futures the comparison rests on, and how to stop, go on or simulate more of them. */
export function FuturesProgress({
  plans,
  words: { futures: words },
}: {
  readonly plans: readonly ComparedPlan[];
  readonly words: CompareWords;
}) {
  const { number } = useFormats();
  const send = useSend();
  const phase = useFuturesPhase();
  const { done } = plans[0];
  const wanted = Math.max(done, plans[0].wanted);
  const text = fill(done >= wanted ? (done > 1 ? words.done : words.one) : words.coming, {
    done: number(done),
    wanted: number(wanted),
  });
  return (
    <div className="compare-progress">
      <span>{text}</span>
      <FuturesFailure />
      <MoreFutures />
      {phase === "simulating" && <progress max={wanted} value={done} aria-label={text} />}
      {phase === "stopped" ? (
        <button type="button" className="quiet" onClick={() => send({ type: "FUTURES_WANTED" })}>
          {words.more}
        </button>
      ) : (
        phase === "simulating" && (
          <button type="button" className="quiet" onClick={() => send({ type: "FUTURES_STOPPED" })}>
            {words.stop}
          </button>
        )
      )}
    </div>
  );
}
