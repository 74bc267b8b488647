import type { Address } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import { delegateOf } from "@/lib/chain/proxyTarget";
import { readTokenFacts, type TokenFacts } from "@/lib/chain/tokenFacts";
import { ToolRefusal } from "../../refusal";
import { isUnlimited } from "../isUnlimited";
import type { TxPreflightAnswer, TxPreflightInput } from "../schema";
import { type Allowed, readTypedData } from "./allowed";
import { type Standing, signRisks } from "./signRisks";

const NOTHING = { ether: [], tokens: [], items: [], approvals: [], calls: [], contracts: [], looks_at: [] };

/** What a signature would let somebody do, in words. One batch. */
export async function readSignature(chain: ChainView, input: TxPreflightInput, id: string): Promise<TxPreflightAnswer> {
  if (!input.sign) throw new Error("There is nothing to sign.");
  const read = readTypedData(input.sign);
  refuseOtherChain(read.chainId, id);
  const allowed = read.allowed ?? [];
  const tokens = allowed.flatMap(({ token }) => (token ? [token] : []));
  const named = [...new Set([read.contract, ...allowed.map(({ spender }) => spender)].filter((one) => one !== null))];
  const [facts, standing] = await Promise.all([readTokenFacts(chain, tokens), readStanding(chain, named)]);
  const risks = signRisks({ read, standing, now: chain.block.timestamp });
  const worst = risks.find(({ severity }) => severity !== "info")?.severity;
  return {
    ...NOTHING,
    chain: id,
    as_of_block: Number(chain.block.number),
    kind: "signature",
    outcome: "nothing_yet",
    reason: null,
    risk: worst === undefined || worst === "info" ? "none" : worst,
    summary: summarise(read.allowed, risks[0]?.text),
    from: input.from ?? read.owner,
    to: read.contract,
    value: "0",
    gas: null,
    creates: null,
    allows: allowed.map((one) => write(one, facts)),
    risks,
    not_checked: [{ id: "signature", why: "Whether the contract would take this signature was not tried." }],
  };
}

function refuseOtherChain(chainId: bigint | null, id: string): void {
  const asked = id.split(":")[1];
  if (chainId === null || chainId.toString() === asked) return;
  throw new ToolRefusal("wrong_chain", `This signature is for chain ${chainId}, and you asked about ${asked}.`, {
    hint: "Set `chain` to the one that it is for, if that is served here.",
  });
}

async function readStanding(chain: ChainView, addresses: readonly Address[]): Promise<(address: string) => Standing> {
  const codes = new Map(await Promise.all(addresses.map(async (address) => [address as string, await chain.code(address)] as const)));
  return (address) => {
    const code = codes.get(address) ?? "0x";
    return code === "0x" ? "account" : delegateOf(code) ? "delegated_account" : "contract";
  };
}

function write(
  { does, token, spender, amount, expires }: Allowed,
  facts: (token: Address) => TokenFacts,
): TxPreflightAnswer["allows"][number] {
  const much = amount === null ? "some" : isUnlimited(amount) ? "any amount" : `${amount} atomic units`;
  const until = expires === null ? "" : `, until ${expires}`;
  const who = spender ?? "whoever fills the order";
  const verb = { approve: "may take", transfer: "may take once", order: "gets" }[does];
  return {
    token: token ? facts(token) : null,
    spender,
    amount: amount?.toString() ?? null,
    unlimited: isUnlimited(amount),
    expires: expires === null ? null : Number(expires > 9_007_199_254_740_991n ? 9_007_199_254_740_991n : expires),
    text: `${who} ${verb} ${much} of ${token ?? "an asset"}${until}.`,
  };
}

function summarise(allowed: readonly Allowed[] | null, worst: string | undefined): string {
  if (allowed === null) return "What this signature allows could not be told: sign it only if you know its maker and its use.";
  const count = `${allowed.length} ${allowed.length === 1 ? "thing" : "things"}`;
  return `Signing it does nothing by itself, but lets others do ${count}.${worst ? ` ${worst}` : " No known mark of danger was found."}`;
}
