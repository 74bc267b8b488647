/** How any button opens the palette, which lives once in the layout. */
export const OPEN_PALETTE = "coinslot:palette";

export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN_PALETTE));
}
