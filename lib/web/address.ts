import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

/** What addresses of the outside world look like inside IPv6: all that is handed out is in here. */
const GLOBAL_V6 = ipaddr.parseCIDR("2000::/3") as [ipaddr.IPv6, number];
const NAT64 = ipaddr.parseCIDR("64:ff9b::/96") as [ipaddr.IPv6, number];

/** Doors of cloud machines to their own keys, whatever the range that they lie in. */
const METADATA = new Set(["169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254"]);

export type AddressKind = "global" | "local" | "never";

/**
 * Who may be led to an address: `global` for everybody, `local` only where local fetching is switched on,
 * `never` for the rest. An IPv4 address inside an IPv6 one counts as what it leads to.
 */
export function addressKind(text: string): AddressKind {
  const plain = plainForm(text);
  if (!plain) return "never";
  const address = unwrap(ipaddr.parse(plain));
  if (METADATA.has(address.toString())) return "never";
  const range = address.range();
  if (isOwn(address.toString())) return "local";
  if (range === "loopback" || range === "private" || range === "uniqueLocal") return "local";
  if (range !== "unicast") return "never";
  return address instanceof ipaddr.IPv6 && !address.match(GLOBAL_V6) ? "never" : "global";
}

/** One spelling for each address, so that nothing hides in another; null for what is none. */
function plainForm(text: string): string | null {
  const family = isIP(text);
  if (family !== 6) return family === 4 ? text : null;
  const url = `http://[${text}]`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : null;
}

function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  // Where a network has IPv6 only, its name server wraps the IPv4 world like this.
  if (address.match(NAT64)) return new ipaddr.IPv4(address.toByteArray().slice(12));
  return address;
}

/** An address of this very machine, public or not: what listens there may be meant for this machine alone. */
function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some((list) => list?.some((one) => one.address === address));
}
