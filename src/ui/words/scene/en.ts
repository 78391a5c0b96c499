import type { Texts } from "#ui/words/texts.ts";

/** Words of the map's layers, cameras and events; in the page from the start. */
export const sceneWords = {
  layers: "Layers",
  beside: "Side by side with",
  oneMap: "One map",
  links: "Links",
  linkChoices: {
    none: "None",
    selection: "Of the selection",
    supply: "Supply, country",
    platform: "Platforms, country",
  },
  linkKinds: {
    supply: "from seller to buyer",
    platform: "from member to core",
    service: "from pilot to ICT service",
    complement: "from complementor to platform",
  },
  actors: "Actors",
  kinds: {
    orchestrator: "Core enterprises",
    provider: "Platform providers",
    complementor: "Complementors",
    ictService: "ICT services",
    university: "Education",
    dataCentre: "Data centres",
  },
  hollow: "Hollow: not at work yet, or strained. A chosen region shows all of its own.",
  firms: "Firms by stage",
  ring: "Ring: member of a platform (when zoomed in)",
  frontier: "Distance to the frontier",
  frontierHint: "Line: height on the frontier of 2023 for the same inputs.",
  frontierFlat: "Bar: part of the frontier of 2023 that the region reaches.",
  closeRegion: "Close to the region",
  closeLinks: "Close to the ecosystem",
  lost: "3D stopped: the device withdrew its graphics. The flat map shows the same.",
  again: "Start 3D again",
  events: "What happened in {{year}}",
  noEvents: "In {{year}} nothing changed here.",
  observedYear: "{{year}} is where the model starts.",
  began: "firms that began to use digital technology: {{number}}",
  ceased: "gave it up: {{number}}",
  joined: "joined a platform: {{number}}",
  left: "left one: {{number}}",
  closed: "firms closed: {{number}}",
  opened: "firms opened: {{number}}",
  newsOnMap: "Events of the year",
  newsHint: "Flag: a core or its platform changes state. Triangle: firms breached, with their number.",
};

export type SceneWords = Texts<typeof sceneWords>;
