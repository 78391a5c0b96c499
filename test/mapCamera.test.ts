import { readFileSync } from "node:fs";
import { PerspectiveCamera, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { parseBoundaries } from "#domain/boundaries.ts";
import { parseRegions } from "#domain/region.ts";
import { cameraHome, FIELD_OF_VIEW, TILT } from "#scene/mapCamera.ts";
import { mapLayout } from "#scene/mapLayout.ts";

const read = (name: string) => readFileSync(new URL(`../public/data/${name}`, import.meta.url), "utf8");
const ids = read("regions-2023.csv")
  .split("\n")
  .slice(1, 21)
  .map((line) => line.split(",")[1]!);
const regions = parseRegions(read("kazakhstan-regions-meta.json"), ids);
const layout = mapLayout(parseBoundaries(read("kazakhstan-regions-lite.topojson"), regions), regions);
const RELIEF = 3;
const PADDING = { top: 30, right: 20, bottom: 40, left: 10 };

describe.each([
  [1440, 900],
  [860, 540],
  [390, 844],
  [820, 1180],
  [320, 200],
])("the camera's home view at %i x %i", (width, height) => {
  const home = cameraHome(layout, RELIEF, { width, height }, PADDING);
  // The same view by three's own matrices.
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, width / height, 1, 10_000);
  const target = new Vector3(home.target.x, 0, home.target.z);
  camera.position.set(0, Math.cos(TILT), Math.sin(TILT)).multiplyScalar(home.distance).add(target);
  camera.lookAt(target);
  camera.updateMatrixWorld();
  const pixels = layout.outlines.flatMap((ring) =>
    Array.from(ring).flatMap((x, i) =>
      i % 2 === 1
        ? []
        : [0, RELIEF].map((top) => {
            const at = new Vector3(x, top, -ring[i + 1]!).project(camera);
            return { left: (at.x * 0.5 + 0.5) * width, top: (0.5 - at.y * 0.5) * height };
          }),
    ),
  );
  const free = {
    left: Math.min(...pixels.map((at) => at.left)),
    right: width - Math.max(...pixels.map((at) => at.left)),
    top: Math.min(...pixels.map((at) => at.top)),
    bottom: height - Math.max(...pixels.map((at) => at.top)),
  };

  it("has the whole map in view, with the padding asked for", () => {
    for (const side of ["left", "right", "top", "bottom"] as const)
      expect(free[side], side).toBeGreaterThan(PADDING[side] - 0.5);
  });

  it("is as near as that allows: two opposite sides touch their padding", () => {
    const touches = (side: keyof typeof free) => Math.abs(free[side] - PADDING[side]) < 1.5;
    expect((touches("left") && touches("right")) || (touches("top") && touches("bottom"))).toBe(true);
  });
});
