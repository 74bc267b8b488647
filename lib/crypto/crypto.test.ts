import fc from "fast-check";
import { type Hex, keccak256, parseTransaction, recoverTransactionAddress } from "viem";
import { generatePrivateKey, privateKeyToAccount, sign } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { keccak } from "./keccak";
import { NativeSponge, nativeSecp256k1 } from "./native";
import { recover } from "./recover";
import { signTransaction } from "./signTransaction";

const bytes = (max: number) => fc.uint8Array({ maxLength: max });

describe("fast cryptography says what viem says", () => {
  it("keccak256", () => {
    fc.assert(
      fc.property(bytes(400), (data) => {
        expect(`0x${keccak(data).toString("hex")}`).toBe(keccak256(data));
      }),
    );
  });

  it("the signer of a hash", async () => {
    const privateKey = generatePrivateKey();
    const { address } = privateKeyToAccount(privateKey);
    const hash = keccak(Buffer.from("a payment"));
    const { r, s, v } = await sign({ hash: `0x${hash.toString("hex")}`, privateKey });
    expect(await recover(hash, { r, s, v: Number(v) })).toBe(address.toLowerCase());
    expect(await recover(keccak(Buffer.from("another")), { r, s, v: Number(v) })).not.toBe(address.toLowerCase());
    const none: Hex = `0x${"0".repeat(64)}`;
    expect(await recover(hash, { r: none, s: none, v: 27 })).toBeNull();
  });

  it("a signed transaction, whatever its size", async () => {
    const privateKey = generatePrivateKey();
    const { address } = privateKeyToAccount(privateKey);
    for (const size of [0, 1, 55, 56, 292, 40_000]) {
      const tx = { chainId: 84532, nonce: size, maxFeePerGas: 3_000_000_007n, maxPriorityFeePerGas: 1n, gas: 150_000n, to: address };
      const { hash, raw } = await signTransaction({ ...tx, data: Buffer.alloc(size, 0x7f) }, privateKey);
      const serializedTransaction: `0x02${string}` = `0x02${raw.toString("hex", 1)}`;
      expect(parseTransaction(serializedTransaction)).toMatchObject({
        ...tx,
        ...(size === 0 ? {} : { data: `0x${"7f".repeat(size)}` }),
        to: address.toLowerCase(),
      });
      expect(await recoverTransactionAddress({ serializedTransaction })).toBe(address);
      expect(hash).toBe(keccak256(serializedTransaction));
    }
  });

  it.runIf(process.platform === "linux" && process.arch === "x64")("natively on the machines that most servers are", () => {
    expect([NativeSponge !== null, nativeSecp256k1 !== null]).toEqual([true, true]);
  });
});
