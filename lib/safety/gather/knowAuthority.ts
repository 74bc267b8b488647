import { type Address, getAddress, isAddressEqual, size, slice } from "viem";
import { CALL, CALLCODE, DELEGATECALL, hasOpcode, TIMESTAMP } from "@/lib/chain/opcodes";
import type { ChainView } from "@/lib/chain/openChain";
import type { AuthorityFacts } from "@/lib/safety/facts";
import { askAuthority, type Statement } from "./askAuthority";
import { isNobody } from "./isNobody";
import { ownCode } from "./ownCode";
import { proposersOf } from "./proposersOf";

/** `behind`: whoever a contract or a timelock obeys, where one address does. */
export type KnownAuthority = AuthorityFacts & { behind: AuthorityFacts | null };

type Look = (address: Address) => Promise<Statement>;

/** Where the OP stack keeps its own contracts. */
const PREDEPLOYS = { from: 0x4200000000000000000000000000000000000000n, to: 0x42000000000000000000000000000000000007ffn };

/** Who stands behind each address: one round trip for what they say of themselves, one or two more to follow it. */
export async function knowAuthority(
  chain: ChainView,
  addresses: readonly Address[],
  token: Address | null = null,
): Promise<KnownAuthority[]> {
  const asked = new Map<string, Promise<Statement>>();
  const look: Look = (address) => {
    const key = address.toLowerCase();
    const known = asked.get(key) ?? askAuthority(chain, address);
    asked.set(key, known);
    return known;
  };
  return Promise.all(addresses.map((address) => knowOne(chain, look, getAddress(address), token)));
}

async function knowOne(chain: ChainView, look: Look, address: Address, token: Address | null): Promise<KnownAuthority> {
  const said = await look(address);
  const plain = withoutVoices(said, token);
  if (plain) return { address, behind: null, ...plain };
  if (said.votes) return { address, kind: "governance", detail: "holders of a token vote", behind: null };
  const agreed = await multisig(look, said);
  if (agreed) return { address, behind: null, ...agreed };
  if (waits(said)) return timelock(chain, look, said);
  const master = [said.owner, said.admin].find((one) => one !== null && !isAddressEqual(one, address)) ?? null;
  const behind = master && (await knowNext(look, master));
  return { address, kind: "contract", detail: behind && `a contract owned by ${naming(behind)}`, behind };
}

/** What can be told from the address and its code alone. */
function withoutVoices({ address, code }: Statement, token: Address | null): Omit<AuthorityFacts, "address"> | null {
  const at = BigInt(address);
  if (at >= PREDEPLOYS.from && at <= PREDEPLOYS.to) return { kind: "contract", detail: "a contract of the chain itself" };
  if (code === "0x") return isNobody(address) ? { kind: "nobody", detail: null } : { kind: "key", detail: null };
  if (size(code) === 23 && code.startsWith("0xef0100")) {
    return { kind: "delegated_key", detail: `a key whose account runs the code of ${getAddress(slice(code, 3))}` };
  }
  if (token === null || !isAddressEqual(address, token)) return null;
  if ([CALL, CALLCODE, DELEGATECALL].some((opcode) => hasOpcode(ownCode(code), opcode)))
    return { kind: "contract", detail: "the token itself, which can call" };
  return { kind: "nobody", detail: "the token itself, which can call nobody" };
}

/** Only where owners and threshold fit together, and there is code enough to hold to them. */
async function multisig(look: Look, { threshold, owners, code }: Statement): Promise<Omit<AuthorityFacts, "address"> | null> {
  if (threshold === null || owners === null || threshold < 1n || threshold > owners.length) return null;
  if (![CALL, DELEGATECALL].some((opcode) => hasOpcode(ownCode(code), opcode))) return null;
  const codes = await Promise.all(owners.slice(0, 20).map(async (owner) => (await look(owner)).code));
  const contracts = codes.filter((one) => size(one) > 23).length;
  const count = `${threshold} of ${owners.length}`;
  const most = contracts === 0 ? `${count} keys` : `${count} owners, ${contracts} of them contracts`;
  return { kind: "multisig", detail: most };
}

/** Says that it does, and looks at the time at all: a proxy may by the code of another. */
function waits({ delay, roles, admin, code }: Statement): boolean {
  return delay !== null && (roles || admin !== null) && [TIMESTAMP, DELEGATECALL].some((opcode) => hasOpcode(ownCode(code), opcode));
}

async function timelock(chain: ChainView, look: Look, said: Statement): Promise<KnownAuthority> {
  const { address, admin, delay } = said;
  const masters = said.roles ? await proposersOf(chain, address) : admin ? [admin] : [];
  const [first] = masters;
  const behind = first && !isAddressEqual(first, address) ? await knowNext(look, first) : null;
  const who = behind && `${masters.length > 1 ? `${masters.length} may propose, one of them ` : "proposed by "}${naming(behind)}`;
  const after = [`delay of ${delay} s`, who].filter(Boolean).join(", ");
  if (!delay) return { address, kind: "contract", detail: `a timelock without a delay${who ? `, ${who}` : ""}`, behind };
  return { address, kind: behind?.kind === "governance" ? "governance" : "timelock", detail: after, behind };
}

/** One step further, and no more: whoever owns the owner is not followed. */
async function knowNext(look: Look, address: Address): Promise<AuthorityFacts> {
  const said = await look(address);
  const plain = withoutVoices(said, null);
  if (plain) return { address, ...plain };
  if (said.votes) return { address, kind: "governance", detail: "holders of a token vote" };
  const agreed = await multisig(look, said);
  if (agreed) return { address, ...agreed };
  if (said.delay && waits(said)) return { address, kind: "timelock", detail: `delay of ${said.delay} s` };
  return { address, kind: "contract", detail: null };
}

const WORDS = {
  nobody: "nobody",
  key: "a plain key",
  delegated_key: "a plain key",
  multisig: "a multi-signature",
  timelock: "a timelock",
  governance: "a governance contract",
  contract: "a contract",
  unknown: "somebody",
} as const;

function naming({ kind, address, detail }: AuthorityFacts): string {
  return `${WORDS[kind]} ${address}${detail && kind !== "delegated_key" ? ` (${detail})` : ""}`;
}
