import { WORKER_SILENT } from "#session/silence.ts";
import { useTranslation } from "react-i18next";

/** Why something was not computed: in the page's words where there are some, else as the program says it. */
export function FaultReason({ message }: { readonly message: string }) {
  const { t } = useTranslation();
  return message === WORKER_SILENT ? <span>{t("status.silent")}</span> : <code>{message}</code>;
}
