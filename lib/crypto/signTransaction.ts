import type { Address, Hex } from "viem";
import { sign } from "viem/accounts";
import { keccak } from "./keccak";
import { nativeSecp256k1 } from "./native";

export type Transaction = {
  chainId: number;
  nonce: number;
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
  gas: bigint;
  to: Address;
  data: Uint8Array;
};

export type SignedTransaction = { hash: Hex; raw: Buffer };

/** An EIP-1559 transaction, signed. Written by hand: a batch weighs 60 KB and more, which costs the usual way milliseconds of the event loop. */
export async function signTransaction(tx: Transaction, privateKey: Hex): Promise<SignedTransaction> {
  const fields = [
    int(tx.chainId),
    int(tx.nonce),
    int(tx.maxPriorityFeePerGas),
    int(tx.maxFeePerGas),
    int(tx.gas),
    item(Buffer.from(tx.to.slice(2), "hex")),
    int(0),
    item(tx.data),
    list([]),
  ];
  const { r, s, yParity } = await signHash(keccak(envelope(fields)), privateKey);
  const raw = envelope([...fields, int(yParity), item(trimmed(r)), item(trimmed(s))]);
  return { hash: `0x${keccak(raw).toString("hex")}`, raw };
}

async function signHash(hash: Buffer, privateKey: Hex): Promise<{ r: Buffer; s: Buffer; yParity: number }> {
  if (nativeSecp256k1) {
    const { signature, recid } = nativeSecp256k1.ecdsaSign(hash, Buffer.from(privateKey.slice(2), "hex"));
    const bytes = Buffer.from(signature);
    return { r: bytes.subarray(0, 32), s: bytes.subarray(32), yParity: recid };
  }
  const { r, s, yParity = 0 } = await sign({ hash: `0x${hash.toString("hex")}`, privateKey });
  return { r: Buffer.from(r.slice(2), "hex"), s: Buffer.from(s.slice(2), "hex"), yParity };
}

const envelope = (fields: Buffer[]) => Buffer.concat([Buffer.of(2), list(fields)]);

/** RLP (Ethereum yellow paper, appendix B): a length in front, then the bytes. */
function item(bytes: Uint8Array): Buffer {
  if (bytes.length === 1 && (bytes[0] ?? 0) < 0x80) return Buffer.from(bytes);
  return Buffer.concat([head(0x80, bytes.length), bytes]);
}

function list(items: Buffer[]): Buffer {
  const body = Buffer.concat(items);
  return Buffer.concat([head(0xc0, body.length), body]);
}

function head(base: number, length: number): Buffer {
  if (length < 56) return Buffer.of(base + length);
  const size = bigEndian(BigInt(length));
  return Buffer.concat([Buffer.of(base + 55 + size.length), size]);
}

function int(value: number | bigint): Buffer {
  return item(bigEndian(BigInt(value)));
}

/** Without leading zeros; zero is empty. */
function bigEndian(value: bigint): Buffer {
  if (value === 0n) return Buffer.alloc(0);
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex");
}

function trimmed(bytes: Buffer): Buffer {
  let from = 0;
  while (from < bytes.length && bytes[from] === 0) from += 1;
  return bytes.subarray(from);
}
