/** The host of an upstream as proofs know it: lower case, without a last dot, with its port where that is not its scheme's own. Throws for what is no address. */
export function hostOf(upstream: string): string {
  const { hostname, port } = new URL(upstream);
  const name = hostname.toLowerCase().replace(/\.+$/, "");
  return port ? `${name}:${port}` : name;
}
