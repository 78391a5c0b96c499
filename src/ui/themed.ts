import type { AdoptionStage } from "#domain/adoptionStage.ts";
import { STAGE_COLOURS } from "#scene/colourScales.ts";

/** A colour that follows the theme of the place where it is seen, so that paper and saved figures are light on a dark page. */
export const themed = (light: string, dark: string) => `light-dark(${light}, ${dark})`;

export const stageColour = (stage: AdoptionStage) => themed(STAGE_COLOURS.light[stage], STAGE_COLOURS.dark[stage]);
