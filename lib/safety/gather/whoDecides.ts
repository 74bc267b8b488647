import type { Address } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import { knowAuthority } from "./knowAuthority";

/** `key`: one person's key is enough. `shared`: several have to agree, or wait, or code decides. */
export type Decider = { address: Address; kind: "nobody" | "key" | "shared"; detail: string | null };

/** Who has the last word behind an address with power. */
export async function whoDecides(chain: ChainView, address: Address): Promise<Decider> {
  const [known] = await knowAuthority(chain, [address]);
  if (!known) return { address, kind: "shared", detail: null };
  const { kind, detail, behind } = known;
  const last = kind === "contract" && behind ? behind : known;
  if (last.kind === "nobody") return { address: last.address, kind: "nobody", detail };
  const alone = last.kind === "key" || last.kind === "delegated_key";
  return { address: last.address, kind: alone ? "key" : "shared", detail: last === known ? detail : last.detail };
}
