import type { Boundaries } from "#domain/boundaries.ts";
import type { MapLayout } from "./mapLayout.ts";
import { Group, Mesh, MeshBasicMaterial } from "three";
import { slabGeometry } from "./slabGeometry.ts";

/** One undrawn mesh per region, its true and its enlarged slab, for the raycaster; `scale.y` is the region's top. */
export function createRegionPicks(boundaries: Boundaries, layout: MapLayout) {
  const material = new MeshBasicMaterial();
  const meshes = boundaries.regions.map((shape, region) => {
    const inset = layout.insets.filter((one) => one.region === region);
    const geometry = slabGeometry(
      [shape, ...inset.map((one) => one.shape)].map((one) => ({ region, shape: one })),
      0,
    );
    const positions = geometry.getAttribute("position");
    const slab = geometry.getAttribute("slab");
    for (let i = 0; i < positions.count; i++) positions.setY(i, slab.getY(i));
    const mesh = new Mesh(geometry, material);
    mesh.visible = false;
    mesh.userData.region = region;
    return mesh;
  });
  const group = new Group();
  group.add(...meshes);
  return {
    group,
    setTops(topOf: (region: number) => number) {
      for (let region = 0; region < meshes.length; region++) {
        meshes[region]!.scale.y = topOf(region);
        meshes[region]!.updateMatrixWorld();
      }
    },
    dispose() {
      for (const { geometry } of meshes) geometry.dispose();
      material.dispose();
    },
  };
}
