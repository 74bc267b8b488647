import { once } from "node:events";
import { connect, isIP, type LookupFunction, type Socket } from "node:net";

/** How long one address may keep the next from being tried. */
const EACH_MS = 750;

/** Connects to one of these addresses, the first that answers. They must come from the guard. */
export async function dial(addresses: readonly string[], port: number, signal: AbortSignal): Promise<Socket> {
  const list = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_host, options, tell) => {
    if (options.all) return tell(null, list);
    tell(null, list[0]?.address ?? "", list[0]?.family);
  };
  signal.throwIfAborted();
  // The name is never looked at again: what to connect to was found and checked before.
  const socket = connect({ host: "checked.invalid", port, lookup, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: EACH_MS });
  const give = () => socket.destroy(Object.assign(new Error("The connection was given up."), { code: "ETIMEDOUT" }));
  signal.addEventListener("abort", give, { once: true });
  try {
    await once(socket, "connect");
    return socket.setNoDelay(true);
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener("abort", give);
  }
}
