/** A motion over a fixed time. `share` goes from 0 to 1, slow at both ends, and ends `running`. */
export function createEase(seconds: number) {
  let startedAt: number | null = null;
  let instant = false;
  return {
    running: false,
    start(instantly: boolean) {
      this.running = true;
      instant = instantly;
      startedAt = null;
    },
    /** `now` in milliseconds; the first frame starts the clock, so that time without frames is not counted. */
    share(now: number): number {
      startedAt ??= now;
      const passed = instant ? 1 : Math.min(1, (now - startedAt) / (1000 * seconds));
      if (passed === 1) this.running = false;
      return passed * passed * (3 - 2 * passed);
    },
  };
}
