import { type Address, encodeFunctionData, type Hex, hexToBigInt, numberToHex, parseAbi, size } from "viem";
import { addressWord } from "@/lib/chain/addressWord";
import type { ChainView } from "@/lib/chain/openChain";
import { type ProxyTarget, readProxyTarget } from "@/lib/chain/proxyTarget";
import { readTokenText } from "@/lib/chain/tokenText";
import { knowAuthority } from "@/lib/safety/gather/knowAuthority";
import { whoDecides } from "@/lib/safety/gather/whoDecides";
import type { Kind, Look } from "../facts";

const QUESTIONS = parseAbi([
  "function symbol() view returns (string)",
  "function totalSupply() view returns (uint256)",
  "function decimals() view returns (uint8)",
  "function balanceOf(address owner) view returns (uint256)",
  "function supportsInterface(bytes4 id) view returns (bool)",
  "function token0() view returns (address)",
  "function token1() view returns (address)",
  "function entryPoint() view returns (address)",
  "function owner() view returns (address)",
]);
/** ERC-721 and ERC-1155. */
const COLLECTIONS = ["0x80ac58cd", "0xd9b67a26"] as const;
const NO_PROXY: ProxyTarget = { kind: "none", implementation: null, admin: null };
const MOST_SYMBOL = 24;

/** What stands at the address, by how it answers. Three batches at most. */
export async function lookAt(chain: ChainView, address: Address): Promise<Look> {
  const at = numberToHex(chain.block.number);
  const [code, nonce, ether, voices, [authority]] = await Promise.all([
    chain.code(address),
    chain.unreachable(chain.ask("eth_getTransactionCount", [address, at])) as Promise<Hex>,
    chain.unreachable(chain.ask("eth_getBalance", [address, at])) as Promise<Hex>,
    hear(chain, address),
    knowAuthority(chain, [address]),
  ]);
  const counts = { nonce: hexToBigInt(nonce), ether: hexToBigInt(ether) };
  if (code === "0x") return { ...nobody(counts), ...counts };
  const proxy = await readProxyTarget(chain, address, code);
  const [behind, decider] = await Promise.all([
    proxy.implementation ? chain.code(proxy.implementation) : null,
    proxy.admin ? whoDecides(chain, proxy.admin) : null,
  ]);
  const kind = proxy.kind === "delegated" ? "delegated_account" : authority?.kind === "multisig" ? "wallet" : kindOf(voices);
  const detail = authority?.kind === "multisig" ? authority.detail : null;
  const codes = [...(proxy.kind === "delegated" || proxy.kind === "minimal" ? [] : [code]), ...(behind && behind !== "0x" ? [behind] : [])];
  return { code, ...counts, kind, symbol: voices.symbol, detail, owner: voices.owner, proxy, decider, codes };
}

function nobody({ nonce, ether }: { nonce: bigint; ether: bigint }): Omit<Look, "nonce" | "ether"> {
  const kind: Kind = nonce > 0n || ether > 0n ? "account" : "nothing";
  return { code: "0x", kind, symbol: null, detail: null, owner: null, proxy: NO_PROXY, decider: null, codes: [] };
}

type Voices = Awaited<ReturnType<typeof hear>>;

async function hear(chain: ChainView, address: Address) {
  const ask = (functionName: (typeof QUESTIONS)[number]["name"], args: readonly unknown[] = []) =>
    chain.read(address, encodeFunctionData({ abi: QUESTIONS, functionName, args } as never));
  const [symbol, supply, decimals, balance, token0, token1, entryPoint, owner, ...collections] = await Promise.all([
    ask("symbol"),
    ask("totalSupply"),
    ask("decimals"),
    ask("balanceOf", [address]),
    ask("token0"),
    ask("token1"),
    ask("entryPoint"),
    ask("owner"),
    ...COLLECTIONS.map((id) => ask("supportsInterface", [id])),
  ]);
  return {
    symbol: readTokenText(symbol, MOST_SYMBOL).text,
    counts: [supply, decimals, balance].map(isWord),
    pool: addressWord(token0) !== null && addressWord(token1) !== null,
    wallet: addressWord(entryPoint) !== null,
    collection: collections.some((word) => isWord(word) && word !== null && hexToBigInt(word) === 1n),
    owner: addressWord(owner),
  };
}

function kindOf({ counts: [supply, decimals, balance], pool, wallet, collection }: Voices): Kind {
  if (pool) return "pool";
  if (collection) return "collection";
  if (wallet) return "wallet";
  return supply && balance && decimals ? "token" : "contract";
}

function isWord(data: Hex | null): boolean {
  return data !== null && size(data) === 32;
}
