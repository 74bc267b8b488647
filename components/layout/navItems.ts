/** The ways through the house; only what is there. */
export const NAV = [
  { href: "/", label: "Tools" },
  { href: "/explorer", label: "Explorer" },
  { href: "/docs", label: "Docs" },
  { href: "/docs/sell", label: "Sell a tool" },
  { href: "/dashboard", label: "Dashboard" },
] as const;

/** Tools are at the root, so `/` also covers `/tools/…`. Of two ways that lead to a page, the longer one is the current. */
export function isCurrent(href: string, path: string): boolean {
  return covers(href, path) && !NAV.some((other) => other.href.length > href.length && covers(other.href, path));
}

function covers(href: string, path: string): boolean {
  return href === "/" ? path === "/" || path.startsWith("/tools/") : path === href || path.startsWith(`${href}/`);
}
