import { describe, expect, it } from "vitest";
import { TERMS } from "@/lib/testing/terms";
import { checkPayee, checkPrice, checkWire, readTerms } from "./terms";

const NETWORK = "eip155:84532";
const asked = (over: Record<string, unknown> = {}) => ({ x402Version: 2, accepts: [{ ...TERMS, ...over }] });
const OTHER = `0x${"1".repeat(40)}` as const;

describe("terms before they are signed", () => {
  it("are those of USDC on the network that is paid on", () => {
    expect(readTerms(asked(), NETWORK)).toMatchObject({
      amount: 5_000n,
      payTo: TERMS.payTo,
      maxTimeoutSeconds: 120,
      network: { chainId: 84532 },
    });
    // Asset and domain are known here: what the market says of the domain is not even read.
    expect(readTerms(asked({ extra: { name: "Other", version: "9" } }), NETWORK).network.asset.eip712).toEqual({
      name: "USDC",
      version: "2",
    });
    expect(readTerms({ accepts: [{ scheme: "upto" }, { ...TERMS, network: "base-sepolia" }] }, NETWORK).amount).toBe(5_000n);
  });

  it.each<[string, Record<string, unknown>]>([
    ["another network", { network: "eip155:8453" }],
    ["another scheme", { scheme: "upto" }],
    ["another token", { asset: OTHER }],
    ["no address to pay", { payTo: "me" }],
    ["no amount", { amount: "-5" }],
    ["a number for an amount", { amount: 5000 }],
  ])("are refused for %s", (_, over) => {
    expect(() => readTerms(asked(over), NETWORK)).toThrow(expect.objectContaining({ code: "terms_refused" }));
  });

  it("are never good for longer than ten minutes", () => {
    expect(readTerms(asked({ maxTimeoutSeconds: 1e9 }), NETWORK).maxTimeoutSeconds).toBe(600);
    for (const odd of [0, -1, "x", Number.NaN]) expect(readTerms(asked({ maxTimeoutSeconds: odd }), NETWORK).maxTimeoutSeconds).toBe(120);
  });

  it("cost what the list said", () => {
    const terms = readTerms(asked(), NETWORK);
    const listed = (amount: bigint, from = false) => ({ amount, from, network: NETWORK }) as const;
    checkPrice(terms, listed(5_000n));
    checkPrice(terms, listed(4_000n, true));
    for (const wrong of [listed(4_999n), listed(5_001n), listed(5_001n, true)])
      expect(() => checkPrice(terms, wrong)).toThrow("the list says");
  });

  it("are paid to whom they were paid before, or to whom the owner accepts", () => {
    const terms = readTerms(asked(), NETWORK);
    checkPayee(undefined, terms, []);
    checkPayee(TERMS.payTo.toLowerCase() as typeof OTHER, terms, []);
    checkPayee(OTHER, terms, [TERMS.payTo]);
    expect(() => checkPayee(OTHER, terms, [])).toThrow(
      expect.objectContaining({ code: "terms_refused", hint: expect.stringContaining(`--accept-payee ${TERMS.payTo}`) }),
    );
  });

  it("with real money go over https only", () => {
    const real = readTerms(
      { accepts: [{ ...TERMS, network: "eip155:8453", asset: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913" }] },
      "eip155:8453",
    );
    checkWire(new URL("https://market.example/mcp"), real);
    checkWire(new URL("http://127.0.0.1:3000/mcp"), real);
    expect(() => checkWire(new URL("http://market.example/mcp"), real)).toThrow("plain http");
    checkWire(new URL("http://market.example/mcp"), readTerms(asked(), NETWORK));
  });
});
