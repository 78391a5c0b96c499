import { MAXIMUM_LINK, pageLink } from "#session/pageLink.ts";
import { compareCommand, doesSomething, needsFile, runCommand } from "#session/planCommand.ts";
import { receiptOf } from "#session/reproduction.ts";
import { savePage } from "#session/savedPage.ts";
import { addressOf } from "#session/view.ts";
import { useFormats, useSession, useSessionActor } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { CopyField } from "./CopyField.tsx";

/** The link of the page, and the calls that give the same numbers without it. */
export function ShareContent() {
  return (
    <>
      <PageLink />
      <Commands />
    </>
  );
}

function PageLink() {
  const t = useWords();
  const { number } = useFormats();
  const actor = useSessionActor();
  useSession((session) => session.plans); // drawn anew with what the link holds
  useSession((session) => session.runs);
  useSession((session) => session.view);
  const { context } = actor.getSnapshot();
  const page = { ...savePage(context, receiptOf(context)), view: "" };
  const hash = pageLink(page);
  const link = `${location.origin}${location.pathname}${addressOf(context.view, null)}${hash}`;
  if (hash.length > MAXIMUM_LINK) return <p>{t("saving.linkLong", { count: hash.length })}</p>;
  return (
    <>
      <CopyField name={t("saving.link")} text={link} testId="page-link" />
      <p className="guidance">{t("saving.linkHint", { count: number(link.length) as never })}</p>
    </>
  );
}

function Commands() {
  const t = useWords();
  const plans = useSession((session) => session.plans);
  const plan = useSession((session) => session.plan);
  const seed = useSession((session) => session.seed);
  const futures = useSession((session) => session.futuresWanted);
  const presets = useSession((session) => session.study!.presets);
  const compared = plans.map((entry) => entry.plan).filter(doesSomething);
  const files = [plan, ...compared].filter((one) => needsFile(one, presets)).map(({ id }) => `${id}.json`);
  return (
    <>
      <CopyField name={t("saving.command")} text={runCommand({ plan, seed, presets })} testId="run-command" />
      {compared.length > 0 && (
        <CopyField
          name={t("saving.compare", { count: futures })}
          text={compareCommand(compared, { seed, presets }, futures)}
          testId="compare-command"
        />
      )}
      {files.length > 0 && (
        <p className="guidance">{t("saving.commandFile", { files: [...new Set(files)].join(", ") })}</p>
      )}
    </>
  );
}
