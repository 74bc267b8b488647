import { describe, expect, it } from "vitest";
import type { CatalogEntry } from "./catalogEntry";
import { matchTools, toolWithCode } from "./matchTools";

const tool = (over: Partial<CatalogEntry>): CatalogEntry => ({
  code: "A1",
  slug: "token-safety",
  name: "token-safety",
  category: "A",
  question: "Can I sell this token again?",
  description: "Buys and sells it on a copy of the chain.",
  tags: ["honeypot"],
  words: "",
  calls: null,
  direct: false,
  seller: "Coinslot",
  unavailable: null,
  price: "$0.005",
  told: true,
  runP50Ms: null,
  answeredShare: null,
  ...over,
});
const tools = [
  tool({}),
  tool({
    code: "C1",
    slug: "web-extract",
    name: "web-extract",
    question: "What does this page say?",
    description: "Markdown.",
    tags: ["html"],
  }),
];

describe("matchTools", () => {
  it("finds by name, tag and question, the name first", () => {
    expect(matchTools(tools, "honeypot").map((t) => t.code)).toEqual(["A1"]);
    expect(matchTools([...tools].reverse(), "token page").map((t) => t.code)).toEqual(["A1", "C1"]);
  });
  it("finds nothing for a word that is nowhere, or for no word", () => {
    expect(matchTools(tools, "weather")).toEqual([]);
    expect(matchTools(tools, "  ")).toEqual([]);
  });
  it("knows a typed code in either case", () => {
    expect(toolWithCode(tools, " c1 ")?.slug).toBe("web-extract");
    expect(toolWithCode(tools, "A9")).toBeNull();
  });
});
