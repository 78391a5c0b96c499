import { WORKER_SILENT } from "#session/silence.ts";
import { useWords } from "./useWords.tsx";

/** Faults that a reader can do something about, by the texts that browsers and this program have for them. */
const KNOWN = [
  ["silent", new RegExp(WORKER_SILENT)],
  ["notStarted", /could not start|could not be read/],
  ["notReached", /fetch|import|NetworkError|Load failed|^data\/\S+: \d/i],
  ["noMemory", /memory|allocation/i],
] as const;

/** Why something was not computed: in the page's words where there are some, else as the program says it, in English. */
export function FaultReason({ message }: { readonly message: string }) {
  const t = useWords();
  const kind = KNOWN.find(([, pattern]) => pattern.test(message))?.[0];
  return kind ? (
    <span>{t(`status.${kind}`)}</span>
  ) : (
    <span>
      {t("status.fault")} <code lang="en">{message}</code>
    </span>
  );
}
