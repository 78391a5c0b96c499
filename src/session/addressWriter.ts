/** Less than the plans stand still before they are saved, and no oftener than Safari allows: 100 times in 30 seconds. */
const PAUSE_MS = 350;

/**
 * Writes the address of the page soon after it has changed, however often it is told: one that waited for a quiet moment
 * would still name the preset when a changed plan is saved, and a reload would open that.
 */
export function createAddressWriter(write: (address: string) => void): (address: string) => void {
  let wanted: string | null = null;
  let isWaiting = false;
  return (address) => {
    if (address === wanted) return;
    wanted = address;
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      write(wanted!);
    }, PAUSE_MS);
  };
}
