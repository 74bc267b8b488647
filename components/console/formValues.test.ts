import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema as ocr } from "@/lib/tools/ocr/schema";
import { schema } from "@/lib/tools/token-safety/schema";
import { choiceLabel, formFields } from "./formFields";
import { checkForm, valuesOf, withValues } from "./formValues";

const fields = formFields(schema);
const token = "0x036CbD53842c5426634e7929541eC2318f3dCF7e";
const faultOf = (text: string) => {
  const checked = checkForm(schema, fields, { token: text });
  return checked.ok ? null : checked.faults.token;
};

describe("the form made from the schema", () => {
  it("has a field for each property, with its hints", () => {
    expect(fields.map(({ name, kind, required, label }) => ({ name, kind, required, label }))).toEqual([
      { name: "token", kind: "text", required: true, label: "Token address" },
      { name: "chain", kind: "choice", required: false, label: "Chain" },
    ]);
  });
  it("names choices for people", () => {
    expect(choiceLabel("base-sepolia")).toBe("Base Sepolia");
  });
  it("leaves out what is empty", () => {
    expect(checkForm(schema, fields, valuesOf(fields, { token }))).toEqual({ ok: true, input: { token } });
  });
  it("says how many characters an address lacks or has too many", () => {
    expect(faultOf(token.slice(0, -2))).toBe("2 characters are missing at the end.");
    expect(faultOf(token.slice(0, -1))).toBe("1 character is missing at the end.");
    expect(faultOf(`${token}0`)).toBe("1 character too many.");
  });
  it("says the schema's sentence otherwise, and that a needed field is needed", () => {
    expect(faultOf("hello")).toBe("An address is 0x and 40 hexadecimal characters.");
    expect(faultOf("")).toBe("This one is needed.");
  });
});

describe("fields of other kinds", () => {
  const other = {
    input: z.object({
      lines: z.array(z.string()),
      data: z.looseObject({}).optional(),
      messages: z.array(z.looseObject({ role: z.string() })),
      stream: z.boolean().optional(),
    }),
    output: z.object({}),
    fields: { messages: { label: "Message", as: "chat" }, stream: { label: "Stream", as: "hidden", always: true } },
  } as const;
  const made = formFields(other);
  it("come from the schema and its hints", () => {
    expect(made.map(({ name, kind, hidden }) => [name, kind, hidden])).toEqual([
      ["lines", "list", false],
      ["data", "json", false],
      ["messages", "chat", false],
      ["stream", "boolean", true],
    ]);
  });
  it("read what was typed as what they want", () => {
    const typed = { lines: "one\n\n two ", data: '{"a":1}', messages: "Hi", stream: "" };
    const input = { lines: ["one", "two"], data: { a: 1 }, messages: [{ role: "user", content: "Hi" }], stream: true };
    expect(checkForm(other, made, typed)).toEqual({ ok: true, input });
    expect(valuesOf(made, input)).toMatchObject({ lines: "one\ntwo", data: '{\n  "a": 1\n}', messages: "Hi" });
  });
  it("say what is wrong with what can't be read", () => {
    expect(checkForm(other, made, { lines: "one", messages: "Hi", data: "{" })).toMatchObject({
      ok: false,
      faults: { data: expect.any(String) },
    });
  });
});

describe("fields that stand in for each other", () => {
  const fields = formFields(ocr);

  it("are a file and a line of text", () => {
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ["image", "file"],
      ["url", "text"],
      ["min_confidence", "number"],
    ]);
  });

  it("empty each other when one is filled", () => {
    const withImage = withValues(fields, { image: "", url: "https://a.example/", min_confidence: "5" }, { image: "data:x" });
    expect(withImage).toEqual({ image: "data:x", url: "", min_confidence: "5" });
    expect(withValues(fields, withImage, { url: "https://b.example/" }).image).toBe("");
  });

  it("leave each other alone when one is emptied", () => {
    expect(withValues(fields, { image: "data:x", url: "" }, { url: "" }).image).toBe("data:x");
  });
});
