/** The address line with some of its parameters changed; null takes one away. A change always begins at the newest. */
export function withParams(path: string, current: URLSearchParams | string, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(current);
  for (const name of ["before", "after"]) params.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") params.delete(name);
    else params.set(name, value);
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
