const DAY = 86_400;

/** "4 s ago", "3 h ago", "400 d ago": of an age that an answer carries, which has no date. */
export function agoText(seconds: number): string {
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
  return seconds < DAY ? `${Math.floor(seconds / 3_600)} h ago` : `${Math.floor(seconds / DAY).toLocaleString("en")} d ago`;
}
