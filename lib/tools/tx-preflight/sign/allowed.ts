import type { Address } from "viem";
import type { TxPreflightInput } from "../schema";
import { addressIn, fieldsOf, listIn, numberIn } from "./values";

type TypedData = NonNullable<TxPreflightInput["sign"]>;

/** One thing that a signature would let somebody do. */
export type Allowed = {
  does: "approve" | "transfer" | "order";
  token: Address | null;
  spender: Address | null;
  amount: bigint | null;
  /** Until when it stands, seconds since 1970. */
  expires: bigint | null;
};

export type Read = {
  /** Whose tokens; null where the message does not say. */
  owner: Address | null;
  contract: Address | null;
  chainId: bigint | null;
  /** null: of a kind that we don't know. */
  allowed: Allowed[] | null;
};

const MOST = 50;

/** What the message would allow, by the kinds that wallets are asked to sign for. */
export function readTypedData({ domain, primaryType, message }: TypedData): Read {
  const contract = addressIn(domain, "verifyingContract");
  const owner = addressIn(message, "owner", "holder", "from", "offerer");
  const reader = Object.hasOwn(READERS, primaryType) ? READERS[primaryType] : null;
  return { owner, contract, chainId: numberIn(domain, "chainId"), allowed: reader?.(message, contract) ?? null };
}

type Reader = (message: Record<string, unknown>, contract: Address | null) => Allowed[];

const authorization: Reader = (message, contract) => [
  {
    does: "transfer",
    token: contract,
    spender: addressIn(message, "to"),
    amount: numberIn(message, "value"),
    expires: numberIn(message, "validBefore"),
  },
];

/** Permit2: once, by whoever is named as spender. */
const oneTransfer: Reader = (message) =>
  listIn(message, "permitted", MOST).map((one) => ({
    does: "transfer",
    token: addressIn(one, "token"),
    spender: addressIn(message, "spender"),
    amount: numberIn(one, "amount"),
    expires: numberIn(message, "deadline"),
  }));

const lasting: Reader = (message) =>
  listIn(message, "details", MOST).map((one) => ({
    does: "approve",
    token: addressIn(one, "token"),
    spender: addressIn(message, "spender"),
    amount: numberIn(one, "amount"),
    expires: numberIn(one, "expiration"),
  }));

const permit: Reader = (message, contract) => {
  const all = message.allowed === true || message.allowed === "true";
  const amount = numberIn(message, "value") ?? ("allowed" in message ? (all ? 2n ** 256n - 1n : 0n) : null);
  // What the signature has to be used by is not when the approval ends: that has no end.
  return [{ does: "approve", token: contract, spender: addressIn(message, "spender"), amount, expires: null }];
};

const order: Reader = (message) =>
  listIn(message, "offer", MOST).map((one) => ({
    does: "order",
    token: addressIn(one, "token"),
    spender: null,
    amount: numberIn(one, "startAmount", "endAmount"),
    expires: numberIn(fieldsOf(message), "endTime"),
  }));

const READERS: Record<string, Reader> = {
  Permit: permit,
  PermitSingle: lasting,
  PermitBatch: lasting,
  PermitTransferFrom: oneTransfer,
  PermitBatchTransferFrom: oneTransfer,
  PermitWitnessTransferFrom: oneTransfer,
  PermitBatchWitnessTransferFrom: oneTransfer,
  TransferWithAuthorization: authorization,
  ReceiveWithAuthorization: authorization,
  OrderComponents: order,
};
