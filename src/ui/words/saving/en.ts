import type { Texts } from "#ui/words/texts.ts";

/** Words of links, of what the browser keeps, and of what the reader is told about both. */
export const savingWords = {
  share: "Share",
  link: "Link to these plans",
  linkHint: "Plans, chance number and view are in the link itself; nothing is sent anywhere. {{count}} characters.",
  linkLong: "The plans are too long for a link ({{count}} characters). Save them as files instead.",
  copy: "Copy",
  copied: "Copied",
  notCopied: "The browser did not let the page copy. Select the text and copy it.",
  command: "The run on the map, from the command line",
  compare: "All plans over {{count}} futures",
  commandFile: "Reads {{files}}: save with Save plan and put into the folder of the program.",
  myPlans: "My plans",
  keepName: "Name for the plans on this page",
  keep: "Keep",
  none: "Nothing is kept yet. The work on this page is saved by itself and is there again at the next visit.",
  noStorage: "This browser keeps nothing for this page. Use Save plan or Share.",
  open: "Open",
  rename: "Rename",
  remove: "Delete",
  removeSure: "Delete for good",
  aside: "Put aside: {{plans}}",
  unreadable: "Not readable by this version of the page",
  reproduced: "Reproduced: the plans of the link give the same numbers here, digit for digit. Output digest ",
  running: "Running the plans of the link again to compare the numbers",
  different: "The plans of the link give other numbers here.",
  engine: "The link was made with model version {{sent}}; this page has {{here}}.",
  data: "The data have changed since the link was made.",
  differsFrom: "Plan {{key}}: the first difference is in {{year}}, in “{{indicator}}”.",
  differsYear: "Plan {{key}}: the first difference is in {{year}}.",
  differs: "Plan {{key}}: other numbers.",
  dismiss: "Close",
  notices: {
    linkCut: "The link is incomplete or was changed on its way. Ask for it again, or for the plan as a file.",
    linkNewer:
      "The link was made with a newer version of this page. Open it with that version, or ask for the plan as a file.",
    linkLong: "The link is longer than a link of this page can be, so it was not read. Ask for the plan as a file.",
    linkWrong: "The link was not opened. What is wrong in it:",
    fileOpened:
      "Plan {{key}} is now “{{plan}}” from the file {{file}}: {{measures}}. Undo brings the former plan back.",
    oneFile:
      "Of the files only the first, {{file}}, was read: a file is opened in the place of the plan on the screen.",
    workKept: "The plans that you worked on before are kept under “My plans”.",
    workNewer:
      "The stored plans are of a newer version of this page. They are kept under “My plans”; open them with that version.",
    workUnreadable: "The stored plans could not be read. They are kept under “My plans” as they are.",
    otherTab:
      "Another tab has changed the stored plans. Nothing is saved here until you choose; the other plans are then kept under “My plans”.",
    takeHere: "Go on with these",
    takeOther: "Take those of the other tab",
    storageBlocked: "This browser does not let the page keep plans. Work goes on; use Save plan or Share to keep it.",
    storageFull:
      "The storage of this browser is full: the latest changes are not kept. Delete something under “My plans”, or use Save plan.",
    languageMissing: "The other language could not be loaded: check the network and choose it again.",
    storageNewer:
      "A newer version of this page has used the storage. This one leaves it alone; use Save plan or Share to keep your work.",
  },
};

export type SavingWords = Texts<typeof savingWords>;
