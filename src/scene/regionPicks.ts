import type { Boundaries } from "#domain/boundaries.ts";
import type { MapLayout } from "./mapLayout.ts";
import { Group, Mesh, MeshBasicMaterial } from "three";
import { slabGeometry } from "./slabGeometry.ts";

/**
 * One undrawn mesh per region, its true and its enlarged slab, for the raycaster. A mesh gets the height of its slab when the
 * pointer asks, not in every frame in which slabs move.
 */
export function createRegionPicks(boundaries: Boundaries, layout: MapLayout, topOf: (region: number) => number) {
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
    mesh.raycast = (raycaster, hits) => {
      mesh.scale.y = topOf(region);
      mesh.updateMatrixWorld();
      Mesh.prototype.raycast.call(mesh, raycaster, hits);
    };
    return mesh;
  });
  const group = new Group();
  group.add(...meshes);
  return {
    group,
    dispose() {
      for (const { geometry } of meshes) geometry.dispose();
      material.dispose();
    },
  };
}
