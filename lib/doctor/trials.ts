import { randomBytes } from "node:crypto";
import { type Address, getAddress, isAddress, toHex } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { encodeHeader, isRecord } from "../payments/wire";
import { transferWithAuthorizationTypes } from "../settlement/usdc";
import type { Answer, Entry, Terms, Trial, TrialKind } from "./types";

type Send = (headers: Record<string, string>) => Promise<Answer>;
type Bent = { value?: bigint; to?: Address; validBefore?: bigint };

/** Nobody's: whoever made it threw the key away. */
const nobody = () => privateKeyToAccount(generatePrivateKey()).address;

/**
 * Payments that must be refused, tried one beside the other in every version that is offered. No money can move by any of
 * them: each is signed with a key that is made here, owns nothing and is forgotten, and is wrong in one more way besides.
 */
export async function tryPayments(all: readonly Terms[], send: Send): Promise<Trial[]> {
  const account = privateKeyToAccount(generatePrivateKey());
  return Promise.all(all.flatMap((terms) => trialsOf(terms, account, send)));
}

function trialsOf(terms: Terms, account: PrivateKeyAccount, send: Send): Promise<Trial>[] {
  const header = terms.x402Version === 2 ? "PAYMENT-SIGNATURE" : "X-PAYMENT";
  const attempt = async (kind: TrialKind, sent: string, text: string): Promise<Trial> => {
    const answer = await send({ [header.toLowerCase()]: text });
    return { kind, x402Version: terms.x402Version, header, sent, answer };
  };
  const garbage = attempt("garbage", "not%base64 of anything", "not%base64 of anything");
  const index = terms.entries.findIndex(canSign);
  const entry = terms.entries[index];
  if (!entry) return [garbage];
  const now = BigInt(Math.floor(Date.now() / 1000));
  const signed = async (kind: TrialKind, sent: string, bent: Bent) =>
    attempt(kind, sent, encodeHeader(await payment(terms, index, account, now, bent)));
  const price = BigInt(entry.atomic ?? 0);
  const stranger = nobody();
  return [
    garbage,
    signed("too_small", `value ${price - 1n} of ${price}`, { value: price - 1n }),
    signed("expired", "validBefore an hour ago", { validBefore: now - 3_600n }),
    signed("other_pay_to", `to ${stranger}`, { to: stranger }),
  ];
}

function canSign(entry: Entry): boolean {
  const { scheme, chain, atomic, asset, payTo, name, version } = entry;
  const addresses = [asset, payTo].every((one) => one && isAddress(one, { strict: false }));
  return scheme === "exact" && /^eip155:\d{1,15}$/.test(chain ?? "") && addresses && BigInt(atomic ?? 0) > 0n && Boolean(name && version);
}

async function payment(terms: Terms, index: number, account: PrivateKeyAccount, now: bigint, bent: Bent) {
  const entry = terms.entries[index] as Entry;
  const authorization = {
    from: account.address,
    to: getAddress((entry.payTo ?? "").toLowerCase()),
    value: BigInt(entry.atomic ?? 0),
    validAfter: now - 7_200n,
    validBefore: now + 60n,
    nonce: toHex(randomBytes(32)),
    ...bent,
  };
  const domain = {
    name: entry.name ?? "",
    version: entry.version ?? "",
    chainId: Number(entry.chain?.slice("eip155:".length)),
    verifyingContract: getAddress((entry.asset ?? "").toLowerCase()),
  };
  const signature = await account.signTypedData({
    domain,
    types: transferWithAuthorizationTypes,
    primaryType: "TransferWithAuthorization",
    message: authorization,
  });
  const texts = Object.fromEntries(Object.entries(authorization).map(([key, value]) => [key, String(value)]));
  const payload = { signature, authorization: texts };
  if (terms.x402Version === 1) return { x402Version: 1, scheme: entry.scheme, network: entry.network, payload };
  const { accepts, resource } = terms.decoded;
  const accepted: unknown = Array.isArray(accepts) ? accepts[index] : undefined;
  return { x402Version: 2, ...(isRecord(resource) ? { resource } : {}), accepted, payload };
}
