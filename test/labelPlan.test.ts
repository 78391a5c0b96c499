import fc from "fast-check";
import { PerspectiveCamera, Vector3 } from "three";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parseBoundaries, RELIEF_TOLERANCE } from "#domain/boundaries.ts";
import { LANGUAGES } from "#domain/language.ts";
import { slabTop } from "#scene/heightScale.ts";
import { heapEnds, labelAnchors } from "#scene/labelAnchors.ts";
import { FULL, type LabelBoxes, topOf } from "#scene/labelBoxes.ts";
import type { LabelGround } from "#scene/labelCosts.ts";
import { countryView, FIELD_OF_VIEW, TILT } from "#scene/mapCamera.ts";
import { mapLayout } from "#scene/mapLayout.ts";
import { firmPlaces } from "#scene/sunflower.ts";
import { mapNames } from "#ui/map/mapNames.ts";
import { firmsOfTheStudy, read, regions } from "./fixtures/studyFirms.ts";

const layout = mapLayout(parseBoundaries(read("kazakhstan-regions-lite.topojson"), regions, RELIEF_TOLERANCE), regions);
const study = firmsOfTheStudy(1);

function groundOf(agentRegion: Uint8Array, isManufacturer: Uint8Array): LabelGround {
  const places = firmPlaces(layout.stages, agentRegion, isManufacturer);
  return { layout, heaps: heapEnds(layout, places, agentRegion), places, agentRegion, onPlanned: null };
}

/** The camera at home, as three has it. */
function cameraAt(width: number, height: number) {
  const { target, distance } = countryView(layout, { width, height });
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, width / height, 1, 1000);
  const at = new Vector3(target.x, 0, target.z);
  camera.position.set(0, Math.cos(TILT), Math.sin(TILT)).multiplyScalar(distance).add(at);
  camera.lookAt(at);
  camera.updateMatrixWorld();
  return { camera, distance };
}

const topsOf = (shares: readonly number[]) => Float32Array.from({ length: 80 }, (_, i) => slabTop(shares[i >> 2]!));
const even = regions.map(() => 0.5);

/** How many firms lie beneath the letters of labels. */
function coveredFirms(
  { places, agentRegion }: LabelGround,
  boxes: LabelBoxes,
  camera: PerspectiveCamera,
  tops: Float32Array,
  width: number,
  height: number,
): number {
  let count = 0;
  for (const [i, region] of agentRegion.entries()) {
    const at = new Vector3(places.at[2 * i]!, tops[4 * region + 3]!, -places.at[2 * i + 1]!).project(camera);
    const [x, y] = [(at.x * 0.5 + 0.5) * width, (0.5 - at.y * 0.5) * height];
    const isUnder = (label: number) => {
      const top = topOf(boxes, label, FULL) + 2;
      const middle = boxes.x[label]! + boxes.aside[label]!;
      return [boxes.nameWidth[label]!, boxes.valueWidth[label]!].some(
        (wide, line) => Math.abs(x - middle) < wide / 2 - 2 && y > top + 14 * line && y < top + 10 + 14 * line,
      );
    };
    if (regions.some((_, label) => boxes.shown[label] === FULL && isUnder(label))) count += 1;
  }
  return count;
}

describe.each(LANGUAGES)("labels of the relief in %s", (language) => {
  let create: typeof import("#scene/labelOverlay.ts").createLabelOverlay;
  beforeAll(async () => {
    // Without a canvas a letter counts 0.6 of the size of the text, more than it takes.
    vi.stubGlobal("document", { createElement: () => ({ getContext: () => null }) });
    vi.stubGlobal("getComputedStyle", () => ({ fontFamily: "" }));
    create = (await import("#scene/labelOverlay.ts")).createLabelOverlay;
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  const names = regions.map((region) => mapNames(region, language));
  const labelsOn = (ground: LabelGround | null, heaps: LabelGround["heaps"], width: number, height: number) => {
    const overlay = create(layout, labelAnchors(layout, heaps.top), ground);
    const texts = (values: readonly number[]) =>
      names.map(({ title, brief }, region) => ({
        title: width < 640 || height < 320 ? brief : title,
        value: `${values[region]} %`,
      }));
    const { camera, distance } = cameraAt(width, height);
    return (shares: readonly number[]) => {
      overlay.measure([], texts(shares.map((share) => Math.round(50 * share))));
      overlay.settle(width, height);
      overlay.update(camera, topsOf(shares), width, height, distance);
      return overlay.boxes;
    };
  };

  const covered = (ground: LabelGround, withPlan: boolean, width: number, height: number) => {
    const boxes = labelsOn(withPlan ? ground : null, ground.heaps, width, height)(even);
    if (withPlan) expect([...boxes.shown]).toEqual(regions.map(() => FULL));
    return coveredFirms(ground, boxes, cameraAt(width, height).camera, topsOf(even), width, height);
  };

  it.each([
    [850, 510],
    [850, 300],
    [820, 640],
  ])("cover at most 5 of the study's 2272 firms at %i x %i", (width, height) => {
    expect(covered(groundOf(study.region, study.isManufacturer), true, width, height)).toBeLessThanOrEqual(5);
  });

  it("cover less than half of the firms that they would above the heaps on a low map, however many firms regions have", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 20, maxLength: 20 });
    let [planned, aboveHeaps] = [0, 0];
    for (const firms of fc.sample(counts, { numRuns: 10, seed: 1 })) {
      const region = Uint8Array.from(firms.flatMap((count, at) => Array<number>(count).fill(at)));
      const ground = groundOf(
        region,
        region.map((_, agent) => agent % 2),
      );
      planned += covered(ground, true, 850, 300);
      aboveHeaps += covered(ground, false, 850, 300);
    }
    expect(planned).toBeLessThan(0.5 * aboveHeaps);
  });

  it("stay in their places while slabs rise and values get digits: none goes aside, jumps or loses its value", () => {
    const ground = groundOf(study.region, study.isManufacturer);
    const labels = labelsOn(ground, ground.heaps, 850, 480);
    const shares = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: 20, maxLength: 20 });
    const cities = new Set(layout.insets.map(({ region }) => region)); // what no other label moves
    fc.assert(
      fc.property(shares(20, 55), shares(0, 25), (before, more) => {
        const faults: string[] = [];
        let last: number[] | null = null;
        for (let frame = 0; frame <= FRAMES; frame++) {
          const { shown, aside, down } = labels(
            before.map((share, region) => (share + (frame / FRAMES) * more[region]!) / 100),
          );
          for (const [label, { id }] of regions.entries()) {
            const jump = last === null ? 0 : Math.abs(down[label]! - last[label]!);
            if (shown[label] !== FULL || (!cities.has(label) && (aside[label] !== 0 || jump > 4))) faults.push(id);
          }
          last = [...down];
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

/** Pictures in which a year passes. */
const FRAMES = 20;
