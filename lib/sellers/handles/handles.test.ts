import { describe, expect, it } from "vitest";
import { readName } from "../readName";
import { readHandle } from "./readHandle";
import { skeletonOf } from "./skeletonOf";

const reasonOf = (read: () => unknown): string => {
  try {
    read();
    return "taken";
  } catch (error) {
    return (error as { options: { reason: string } }).options.reason;
  }
};

describe("two that the eye takes for each other", () => {
  it.each([
    ["kestrel", "kestre1"],
    ["kestrel", "kestrei"],
    ["kestrel", "ke5trel"],
    ["kestrel", "k3strel"],
    ["kestrel", "kes-trel"],
    ["kestrel", "KESTREL"],
    ["kestrel", "Kestrel"],
    ["kestrel", "késtrël"],
    ["kestrel", "кеstrеl"],
    ["kestrel", "ｋｅｓｔｒｅｌ"],
    ["kestrel", "𝓴𝓮𝓼𝓽𝓻𝓮𝓵"],
    ["kestrel", "ke\u200bstrel"],
    ["kestrel", "k e s t r e l"],
    ["modern", "rnodern"],
    ["modern", "moclern"],
    ["modern", "modem"],
    ["www", "vvvvvv"],
    ["wave", "vvave"],
    ["vwv", "wvv"],
    ["zoo", "200"],
    ["zoo", "z0o"],
    ["bible", "8ible"],
    ["lab", "1a6"],
    ["google", "9oogle"],
    ["google", "qooqle"],
    ["cloud", "doud"],
    ["paypal", "pаураl"],
    ["straße", "strasse"],
    ["iiii", "llll"],
    ["ill", "lIl"],
    ["alpha", "αlρhα"],
    ["coin", "ᴄᴏɪɴ"],
    ["søn", "son"],
    ["seven", "5even"],
  ])("%s and %s share a skeleton", (one, other) => expect(skeletonOf(one)).toBe(skeletonOf(other)));

  it.each([
    ["kestrel", "falcon"],
    ["kestrel", "kestrels"],
    ["weather", "whether"],
    ["north", "south"],
    ["abc", "abd"],
    ["run", "ran"],
    ["北京", "東京"],
  ])("%s and %s do not", (one, other) => expect(skeletonOf(one)).not.toBe(skeletonOf(other)));

  it.each(["", "---", "★★★", "\u200b\u202e", "🙂"])("%j holds nothing that can be read", (text) => expect(skeletonOf(text)).toBe(""));
});

describe("a handle", () => {
  it.each(["kestrel", "k3s", "a-b-c", "weather-24", "ox-abc", "x".repeat(30), "based", "circles", "supportive"])("may be %s", (text) =>
    expect(readHandle(text).handle).toBe(text),
  );

  it("is written one way", () => expect(readHandle(" Ｋestrel ").handle).toBe("kestrel"));

  it.each([
    ["ab", "handle_length"],
    ["", "handle_length"],
    ["x".repeat(31), "handle_length"],
    ["x".repeat(100_000), "handle_length"],
    ["kes trel", "handle_characters"],
    ["kestrel.", "handle_characters"],
    ["késtrel", "handle_characters"],
    ["кестрел", "handle_characters"],
    ["kestrel\u202e", "handle_characters"],
    ["../admin", "handle_characters"],
    ["-kestrel", "handle_dashes"],
    ["kestrel-", "handle_dashes"],
    ["kes--trel", "handle_dashes"],
    ["xn--80ak6aa92e", "handle_dashes"],
    ["---", "handle_dashes"],
    ["coinslot", "handle_reserved"],
    ["0xkestrel", "handle_reserved"],
    ["c0inslot", "handle_reserved"],
    ["coins1ot", "handle_reserved"],
    ["coin-slot", "handle_reserved"],
    ["clinslot", "taken"],
    ["coinslot-team", "handle_reserved"],
    ["the-c01n5l0t", "handle_reserved"],
    ["admin", "handle_reserved"],
    ["adrnin", "handle_reserved"],
    ["aclmin", "handle_reserved"],
    ["api", "handle_reserved"],
    ["ap1", "handle_reserved"],
    ["vvvvvv", "handle_reserved"],
    ["openai", "handle_reserved"],
    ["0penai", "handle_reserved"],
    ["openal", "handle_reserved"],
    ["openai-official", "handle_reserved"],
    ["anthr0pic", "handle_reserved"],
    ["kestrel-official", "handle_reserved"],
    ["my-coinbase", "handle_reserved"],
    ["usdc", "handle_reserved"],
    ["u5dc", "handle_reserved"],
    ["circle", "handle_reserved"],
    ["c1rcle", "handle_reserved"],
    ["base", "handle_reserved"],
    ["ba5e", "handle_reserved"],
    ["ethereum", "handle_reserved"],
    ["x402", "handle_reserved"],
    ["token-safety", "handle_reserved"],
    ["tokensafety", "handle_reserved"],
    ["chat", "handle_reserved"],
    ["embeddings", "handle_reserved"],
    ["ocr", "handle_reserved"],
    ["mcp", "handle_reserved"],
    ["doctor", "handle_reserved"],
    ["payments", "handle_reserved"],
    ["quote", "handle_reserved"],
  ])("%j: %s", (text, reason) => expect(reasonOf(() => readHandle(text))).toBe(reason));

  it("says what it looks like", () => expect(() => readHandle("0penai")).toThrow('"0penai" holds or looks like "openai"'));
});

describe("a name", () => {
  it.each(["Kestrel Labs", "Å", "北京天气", "O'Brien & Sons", "Circle of Friends", "Base Camp", "x".repeat(60)])("may be %s", (text) =>
    expect(readName(text).name).toBe(text),
  );

  it("keeps no invisible characters and no line breaks", () => expect(readName(" Kes\u202etrel\n\u200bLabs ").name).toBe("Kestrel Labs"));

  it.each([
    ["", "name_empty"],
    ["\u200b \u202e", "name_empty"],
    ["x".repeat(61), "name_length"],
    ["x".repeat(1_000_000), "name_length"],
    ["★ ★", "name_characters"],
    [`a${"\u0316".repeat(50)}`, "name_characters"],
    ["Coinslot", "name_reserved"],
    ["Сoinslоt", "name_reserved"],
    ["C O I N S L O T", "name_reserved"],
    ["ᴄᴏɪɴsʟᴏᴛ", "name_reserved"],
    ["Coinslot Support", "name_reserved"],
    ["Official Weather", "name_reserved"],
    ["OpenAl", "name_reserved"],
    ["Circle", "name_reserved"],
  ])("%j: %s", (text, reason) => expect(reasonOf(() => readName(text))).toBe(reason));
});
