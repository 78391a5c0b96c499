import type { WebGLRenderer } from "three";
import { Camera, Scene } from "three";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFrameBudget } from "#scene/frameBudget.ts";
import { createScenePicture } from "#scene/scenePicture.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const POLLED = 20; // more than a look at the fence apart
const scene = new Scene();
const camera = new Camera();

it("puts the picture of a still scene onto the canvas when the driver has made it, and asks for another where the scene has changed", async () => {
  const { picture, driver, heard } = pictureOf();
  picture.draw(scene, camera, 0, true);
  await vi.advanceTimersByTimeAsync(10 * POLLED);
  expect(heard.shown).not.toHaveBeenCalled();
  const asked = driver.pictures;
  picture.draw(scene, camera, 0, true);
  expect(driver.pictures, "of a driver that is at work").toBe(asked);
  driver.isDone = true;
  await vi.advanceTimersByTimeAsync(POLLED);
  expect(heard.shown).toHaveBeenCalledExactlyOnceWith(2, 0);
  expect(heard.sharpTook.mock.calls[0][0]).toBeGreaterThanOrEqual(10 * POLLED);
  expect(heard.outdated).toHaveBeenCalledOnce();
});

it("shows a picture of motion at once, and none that it has overtaken", async () => {
  const { picture, driver, heard } = pictureOf();
  driver.isDone = true;
  picture.draw(scene, camera, 0, true);
  await vi.advanceTimersByTimeAsync(POLLED);
  driver.isDone = false;
  picture.draw(scene, camera, 0, true);
  picture.draw(scene, camera, 1, false);
  expect(heard.shown).toHaveBeenCalledTimes(2);
  driver.isDone = true;
  await vi.advanceTimersByTimeAsync(POLLED);
  expect(heard.shown).toHaveBeenCalledTimes(2);
});

it("is blank from a change of size, if it had a picture, to the next picture", async () => {
  const { picture, driver } = pictureOf();
  picture.setSize(400, 300);
  expect(picture.isBlank()).toBe(false);
  driver.isDone = true;
  picture.draw(scene, camera, 0, false); // the first one waits, also in motion
  expect(driver.shown).toBe(0);
  await vi.advanceTimersByTimeAsync(POLLED);
  picture.setSize(500, 300);
  expect(picture.isBlank()).toBe(true);
  picture.draw(scene, camera, 1, false);
  expect(picture.isBlank()).toBe(false);
});

it("begins a motion with fewer pixels where sharp pictures take long, and is sharp again a while after it", async () => {
  const redraw = vi.fn();
  const budget = createFrameBudget(redraw);
  budget.frame(performance.now(), true);
  expect(budget.coarseness()).toBe(0);
  budget.sharpTook(200);
  budget.frame(performance.now(), false);
  expect(budget.coarseness()).toBe(0);
  budget.frame(performance.now(), true);
  expect(budget.coarseness()).toBe(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(budget.coarseness()).toBe(0);
  expect(redraw).toHaveBeenCalledOnce();
});

it("takes away pixels in the midst of a motion whose frames come late", () => {
  const budget = createFrameBudget(() => {});
  const seen: number[] = [];
  for (let now = 0; now <= 400; now += 50) {
    budget.frame(now, true);
    seen.push(budget.coarseness());
  }
  expect(seen).toEqual([0, 0, 1, 1, 1, 1, 2, 2, 2]);
});

/** A picture for a driver that is asked for nothing but fences. */
function pictureOf() {
  const driver = { isDone: false, pictures: 0, shown: 0 };
  let isOfCanvas = true;
  const context = {
    SYNC_GPU_COMMANDS_COMPLETE: 1,
    SYNC_STATUS: 2,
    UNSIGNALED: 3,
    fenceSync: () => ({}),
    flush: () => {},
    isContextLost: () => false,
    getSyncParameter: () => (driver.isDone ? 4 : 3),
    deleteSync: () => {},
  };
  const gl = {
    info: { render: { calls: 1 } },
    getContext: () => context,
    initRenderTarget: () => {},
    setRenderTarget: (target: unknown) => {
      isOfCanvas = target === null;
    },
    render: () => {
      driver[isOfCanvas ? "shown" : "pictures"] += 1;
    },
  };
  const heard = { shown: vi.fn(), sharpTook: vi.fn(), outdated: vi.fn() };
  return { picture: createScenePicture(gl as unknown as WebGLRenderer, heard), driver, heard };
}
