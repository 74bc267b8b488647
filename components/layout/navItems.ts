/** The ways through the house; only what is there. */
export const NAV = [
  { href: "/", label: "Tools" },
  { href: "/explorer", label: "Explorer" },
  { href: "/docs", label: "Docs" },
  { href: "/dashboard", label: "Dashboard" },
] as const;

/** Tools are at the root, so `/` also covers `/tools/…`. */
export function isCurrent(href: string, path: string): boolean {
  return href === "/" ? path === "/" || path.startsWith("/tools/") : path === href || path.startsWith(`${href}/`);
}
