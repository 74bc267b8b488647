import {
  type Address,
  getAddress,
  type Hex,
  hexToBigInt,
  isHex,
  parseTransaction,
  recoverAddress,
  recoverTransactionAddress,
  type TransactionSerialized,
} from "viem";
import { hashAuthorization } from "viem/utils";
import { ToolRefusal } from "../refusal";
import type { TxPreflightInput } from "./schema";

/** EIP-7702: `account` hands itself over to the code at `to`. */
export type HandOver = { account: Address | null; to: Address; chainId: number; nonce: bigint };

export type Transaction = {
  from: Address;
  to: Address | null;
  value: bigint;
  data: Hex;
  /** null: whatever comes next. */
  nonce: bigint | null;
  gas: bigint | null;
  handOvers: HandOver[];
  accessList: readonly { address: Address; storageKeys: readonly Hex[] }[];
};

const MOST_HAND_OVERS = 16;

/** The transaction that the input speaks of, whichever way it was given. */
export async function readTransaction(input: TxPreflightInput, chainId: number): Promise<Transaction> {
  if (input.transaction !== undefined) return fromBytes(input.transaction as Hex, input.from, chainId);
  return {
    from: getAddress(input.from ?? "0x"),
    to: input.to === undefined ? null : getAddress(input.to),
    value: readWei(input.value ?? "0"),
    data: (input.data ?? "0x") as Hex,
    nonce: null,
    gas: null,
    handOvers: [],
    accessList: [],
  };
}

function readWei(text: string): bigint {
  return isHex(text) ? hexToBigInt(text) : BigInt(text);
}

async function fromBytes(bytes: Hex, named: string | undefined, chainId: number): Promise<Transaction> {
  const parsed = parse(bytes);
  if (parsed.chainId !== undefined && parsed.chainId !== chainId) {
    throw new ToolRefusal("wrong_chain", `This transaction is for chain ${parsed.chainId}, and you asked about ${chainId}.`, {
      hint: "Set `chain` to the one that it is for, if that is served here.",
    });
  }
  const handOvers = "authorizationList" in parsed ? (parsed.authorizationList ?? []).slice(0, MOST_HAND_OVERS) : [];
  return {
    from: await senderOf(bytes, parsed, named),
    to: parsed.to ? getAddress(parsed.to) : null,
    value: parsed.value ?? 0n,
    data: parsed.data ?? "0x",
    nonce: parsed.nonce === undefined ? null : BigInt(parsed.nonce),
    gas: parsed.gas ?? null,
    handOvers: await Promise.all(handOvers.map(readHandOver)),
    accessList: "accessList" in parsed ? (parsed.accessList ?? []) : [],
  };
}

type Parsed = ReturnType<typeof parseTransaction<TransactionSerialized>>;

function parse(bytes: Hex): Parsed {
  try {
    return parseTransaction(bytes as TransactionSerialized);
  } catch (cause) {
    throw new ToolRefusal("bad_transaction", "These bytes are no transaction that we can read.", {
      hint: "Give the serialized transaction, signed or not: 0x02… for most. Blobs are not looked at.",
      cause,
    });
  }
}

/** A signature names the sender; whoever else is named must be the same. */
async function senderOf(bytes: Hex, parsed: Parsed, named: string | undefined): Promise<Address> {
  const signed = "r" in parsed && parsed.r ? await recover(bytes) : null;
  if (signed && named && getAddress(named) !== signed) {
    throw new ToolRefusal("no_sender", `The transaction is signed by ${signed}, and \`from\` names somebody else.`, {
      hint: "Leave `from` out.",
    });
  }
  if (signed) return signed;
  if (named) return getAddress(named);
  throw new ToolRefusal("no_sender", "The transaction is not signed, and nobody is named as its sender.", { hint: "Add `from`." });
}

async function recover(bytes: Hex): Promise<Address> {
  try {
    return getAddress(await recoverTransactionAddress({ serializedTransaction: bytes as TransactionSerialized }));
  } catch (cause) {
    throw new ToolRefusal("bad_transaction", "The signature of this transaction fits nobody.", {
      hint: "Give it as it was signed.",
      cause,
    });
  }
}

type Authorization = { address: Address; chainId: number; nonce: number; r?: Hex; s?: Hex; yParity?: number };

async function readHandOver(one: unknown): Promise<HandOver> {
  const { address, chainId, nonce, r, s, yParity } = one as Authorization;
  const hash = hashAuthorization({ contractAddress: address, chainId, nonce });
  const account = r && s ? await recoverAddress({ hash, signature: { r, s, yParity: yParity ?? 0 } }).catch(() => null) : null;
  return { account: account && getAddress(account), to: getAddress(address), chainId, nonce: BigInt(nonce) };
}
