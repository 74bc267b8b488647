import { describe, expect, it } from "vitest";
import { z } from "zod";
import { echoTool } from "@/lib/testing/echoTool";
import type { Tool } from "@/lib/tools/define";
import { readInput } from "./input";
import type { RequestFacts } from "./types";

const schema = {
  input: z.object({
    text: z.string(),
    pages: z.number().int().optional(),
    deep: z.boolean().optional(),
    names: z.array(z.string()).optional(),
  }),
  output: z.object({}),
  fields: {},
};
const tool = { ...echoTool().tool, schema } as unknown as Tool;
const facts = (query: string): RequestFacts => ({
  method: "GET",
  resource: "",
  path: "",
  query: new URLSearchParams(query),
  headers: new Headers(),
  body: "",
  receivedAt: new Date(),
});
const read = (query: string) => readInput(tool, facts(query));

describe("the input of a query", () => {
  it("is read as the schema wants it", () => {
    expect(read("text=7&pages=3&deep=true&names=a&names=b")).toEqual({
      kind: "input",
      value: { text: "7", pages: 3, deep: true, names: ["a", "b"] },
    });
    expect(read("text=x&deep=false")).toMatchObject({ value: { deep: false } });
  });

  it.each(["text=x&pages=three", "text=x&pages=", "text=x&deep=perhaps", "text=x&pages=1.5"])("%s is refused", (query) => {
    expect(() => read(query)).toThrow(expect.objectContaining({ name: "CoinslotError", code: "invalid_input" }));
  });

  it("without anything is empty", () => {
    expect(read("")).toEqual({ kind: "empty" });
  });
});
