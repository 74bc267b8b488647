/** Where a host says whose it is. */
export const PROOF_PATH = "/.well-known/coinslot.txt";

/** The line that has to stand there, or in a TXT record. */
export function proofLine(account: string, token: string): string {
  return `coinslot=${account} ${token}`;
}

/** The name of the TXT record; null for an address, which has none. */
export function recordName(host: string): string | null {
  const name = host.replace(/:\d+$/, "");
  return name.startsWith("[") || /^[\d.]+$/.test(name) || name === "localhost" ? null : `_coinslot.${name}`;
}
