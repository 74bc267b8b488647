import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { concatHex, encodeAbiParameters, type Hex, hashDomain, hexToBytes, keccak256, toHex } from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { transferWithAuthorizationTypes } from "@/lib/settlement/usdc";
import type { Terms } from "./types";

type Ecdsa = { ecdsaSign: (digest: Uint8Array, key: Uint8Array) => { signature: Uint8Array; recid: number } };
const { ecdsaSign } = createRequire(import.meta.url)("secp256k1") as Ecdsa;

/** A payment as it goes over the wire. */
export type Signed = { nonce: Hex; header: string };
type Wallet = { address: Hex; key: Uint8Array };

const FIELDS = transferWithAuthorizationTypes.TransferWithAuthorization;
const TYPE_HASH = keccak256(toHex(`TransferWithAuthorization(${FIELDS.map(({ type, name }) => `${type} ${name}`).join(",")})`));
const PARAMETERS = [{ type: "bytes32" }, ...FIELDS.map(({ type }) => ({ type }))];
/** The longest that a run of the benchmark may take. */
const VALID_SECONDS = 3_600;

/** Wallets that nobody used before. Their keys never leave the load process. */
export class Payers {
  readonly #wallets: Wallet[];
  #turn = 0;

  constructor(count: number) {
    this.#wallets = Array.from({ length: count }, () => {
      const key = generatePrivateKey();
      return { address: privateKeyToAddress(key), key: hexToBytes(key) };
    });
  }

  get addresses(): Hex[] {
    return this.#wallets.map(({ address }) => address);
  }

  /** Signs one payment after the other, the wallets taking turns: native code, some 0.2 ms each. */
  sign(terms: Terms, count: number): Signed[] {
    const domain = hashDomain({
      domain: { ...terms.extra, chainId: BigInt(terms.network.split(":")[1] ?? 0), verifyingContract: terms.asset },
      types: {
        EIP712Domain: [
          { name: "name", type: "string" },
          { name: "version", type: "string" },
          { name: "chainId", type: "uint256" },
          { name: "verifyingContract", type: "address" },
        ],
      },
    });
    return Array.from({ length: count }, () => this.#signOne(terms, domain));
  }

  #signOne(terms: Terms, domain: Hex): Signed {
    const wallet = this.#wallets[this.#turn++ % this.#wallets.length] as Wallet;
    const now = Math.floor(Date.now() / 1000);
    const nonce: Hex = `0x${randomBytes(32).toString("hex")}`;
    const authorization = {
      from: wallet.address,
      to: terms.payTo,
      value: terms.amount,
      validAfter: String(now - 600),
      validBefore: String(now + VALID_SECONDS),
      nonce,
    };
    const values = FIELDS.map(({ name, type }) => (type === "uint256" ? BigInt(authorization[name]) : authorization[name]));
    const digest = keccak256(concatHex(["0x1901", domain, keccak256(encodeAbiParameters(PARAMETERS, [TYPE_HASH, ...values]))]));
    const { signature, recid } = ecdsaSign(hexToBytes(digest), wallet.key);
    const payload = { authorization, signature: `${toHex(signature)}${(27 + recid).toString(16)}` };
    const header = Buffer.from(JSON.stringify({ x402Version: 2, accepted: terms, payload })).toString("base64");
    return { nonce, header };
  }
}
