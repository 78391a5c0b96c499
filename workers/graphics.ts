/**
 * The first WebGL context of a browser waits until the graphics driver has started, a fifth of a second without a graphics
 * card. A worker may wait for it; then the page need not.
 */
new OffscreenCanvas(1, 1).getContext("webgl2");
postMessage("awake");

export {};
