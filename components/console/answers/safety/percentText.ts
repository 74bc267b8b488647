/** `345` → `3.45 %`; basis points are what answers carry. */
export function percentText(bps: number): string {
  return `${Number((bps / 100).toFixed(2))} %`;
}
