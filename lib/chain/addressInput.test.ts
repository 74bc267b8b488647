import { describe, expect, it } from "vitest";
import { addressInput } from "./addressInput";

const USDC = "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913";
const said = (text: string) => {
  const read = addressInput("The token.").safeParse(text);
  return read.success ? read.data : (read.error.issues[0]?.message ?? "");
};

describe("addressInput", () => {
  it.each([USDC, USDC.toLowerCase(), `0x${USDC.slice(2).toUpperCase()}`, ` ${USDC} `])("takes %s", (text) => {
    expect(said(text)).toBe(text.trim());
  });

  it.each([
    [USDC.replace("fCD6", "fcD6"), /checksum/],
    ["vitalik.eth", /Names are not looked up/],
    [`0x${"ab".repeat(32)}`, /transaction's hash/],
    [USDC.slice(2), /begins with 0x/],
    ["0x1234", /40 hexadecimal/],
    ["", /40 hexadecimal/],
  ])("refuses %s", (text, why) => {
    expect(said(text)).toMatch(why);
  });
});
