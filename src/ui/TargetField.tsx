import { decimalsOf } from "./formats.ts";
import { NumberField } from "./NumberField.tsx";
import { useFormats, useSend, useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

/** The share of digital users that plans are asked to reach, the same in every view. */
export function TargetField() {
  const t = useWords();
  const send = useSend();
  const value = useSession(({ view }) => view.target);
  return (
    <div className="target-field">
      <NumberField
        name={t("target.field")}
        value={value}
        step={1}
        minimum={1}
        maximum={100}
        onEdit={(target) => {
          send({ type: "VIEW_CHANGED", change: { target: target! } });
          return [];
        }}
      />
    </div>
  );
}

/** The target as a share in [0, 1], and as it is written. */
export function useTarget(): { readonly target: number; readonly written: string } {
  const { percent } = useFormats();
  // Shares are published to a tenth of a percent, and so are those that they are compared with.
  const tenths = Math.round(10 * useSession(({ view }) => view.target));
  return { target: tenths / 1000, written: percent(tenths / 1000, decimalsOf(tenths / 10)) };
}
