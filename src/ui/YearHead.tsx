import { useSend } from "./useSession.tsx";

type YearHeadProps = {
  readonly year: number;
  /** Whether the page shows this year. */
  readonly isShown: boolean;
};

/** Heads the row of a year, and shows that year on the page. */
export function YearHead({ year, isShown }: YearHeadProps) {
  const send = useSend();
  return (
    <th scope="row" className="year-head">
      <button type="button" aria-current={isShown} onClick={() => send({ type: "VIEW_CHANGED", change: { year } })}>
        {year}
      </button>
    </th>
  );
}
