/** 0.997 → "99.7 %", 1 → "100 %". Never rounds a fault away: 0.9996 is "99.9 %". */
export function formatShare(share: number): string {
  const tenths = share >= 0.5 ? Math.floor(share * 1000) : Math.ceil(share * 1000);
  return `${(tenths / 10).toFixed(1).replace(/\.0$/, "")} %`;
}
