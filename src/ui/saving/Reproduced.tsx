import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { type Reproduction, type RunDifference, reproduction } from "#session/reproduction.ts";
import { useLanguage, useSend, useSession, useSessionActor } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { CloseButton } from "./CloseButton.tsx";

/** Whether the plans of an opened link give the sender's numbers here, or what differs. */
export function Reproduced() {
  const t = useWords();
  const send = useSend();
  const actor = useSessionActor();
  const received = useSession((session) => session.received);
  useSession((session) => session.runs); // compared anew with every finished run
  useSession((session) => session.plans);
  const found = received && reproduction(received, actor.getSnapshot().context);
  if (!found) return null;
  return (
    <div className="notice" data-kind={found.status} role="status" data-testid="reproduction">
      <Finding found={found} />
      {found.status !== "running" && <CloseButton onClose={() => send({ type: "RECEIPT_DISMISSED" })} />}
    </div>
  );

  function Finding({ found }: { readonly found: Reproduction }) {
    switch (found.status) {
      case "running":
        return <p>{t("saving.running")}</p>;
      case "reproduced":
        return (
          <p>
            {t("saving.reproduced")}
            <code>{found.digest.slice(0, 16)}</code>
          </p>
        );
      case "different":
        return <Differences found={found} />;
    }
  }
}

function Differences({ found }: { readonly found: Extract<Reproduction, { status: "different" }> }) {
  const t = useWords();
  const language = useLanguage();
  const textOf = ({ key, year, indicator }: RunDifference) => {
    const name = REGIONAL_INDICATORS.find(({ id }) => id === indicator)?.name[language];
    if (year !== null && name) return t("saving.differsFrom", { key, year, indicator: name });
    return year === null ? t("saving.differs", { key }) : t("saving.differsYear", { key, year });
  };
  return (
    <>
      <p>
        <strong>{t("saving.different")}</strong>
      </p>
      <ul>
        {found.engine && <li>{t("saving.engine", found.engine)}</li>}
        {found.isDataDifferent && <li>{t("saving.data")}</li>}
        {found.runs.map((run) => (
          <li key={run.key}>{textOf(run)}</li>
        ))}
      </ul>
    </>
  );
}
