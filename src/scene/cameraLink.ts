import type { Vector3 } from "three";

export type CameraMove = (target: Vector3, position: Vector3, isHome: boolean) => void;

/** Cameras of maps side by side, kept in step: whoever moves tells the others. */
export type CameraLink = {
  /** `follow` hears of every move of the others. */
  readonly join: (follow: CameraMove) => { readonly moved: CameraMove; readonly leave: () => void };
};

export function createCameraLink(): CameraLink {
  const members = new Set<CameraMove>();
  return {
    join(follow) {
      members.add(follow);
      return {
        moved(target, position, isHome) {
          for (const other of members) if (other !== follow) other(target, position, isHome);
        },
        leave() {
          members.delete(follow);
        },
      };
    },
  };
}
