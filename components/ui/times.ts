/** "12 s ago", "4 min ago", "3 h ago", "2 d ago", then the date in UTC. */
export function relativeTime(at: Date, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 1000));
  if (seconds < 1) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  if (seconds < 30 * 86_400) return `${Math.floor(seconds / 86_400)} d ago`;
  return at.toISOString().slice(0, 10);
}

/** "2026-11-21 08:33:09 UTC". */
export function exactUtc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** "08:33:09 UTC". */
export function clockUtc(at: Date): string {
  return `${at.toISOString().slice(11, 19)} UTC`;
}
