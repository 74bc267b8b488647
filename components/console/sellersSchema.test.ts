import { describe, expect, it } from "vitest";
import type { OperationShape } from "@/lib/gateway/types";
import { formFields } from "./formFields";
import { checkForm, valuesOf } from "./formValues";
import { sellersSchema } from "./sellersSchema";

const shape: OperationShape = {
  method: "POST",
  path: "/trees/{id}",
  parts: [
    { key: "id", place: "path", name: "id" },
    { key: "depth", place: "query", name: "depth" },
    { key: "all", place: "query", name: "all" },
    { key: "tree", place: "body", name: "tree" },
  ],
  bodyType: "application/json",
  input: {
    type: "object",
    properties: {
      id: { type: "string" },
      depth: { enum: [1, 2, 3] },
      all: { type: ["boolean", "null"] },
      tree: { $ref: "#/$defs/Tree" },
    },
    required: ["id", "tree"],
    $defs: { Tree: { type: "object", properties: { children: { type: "array", items: { $ref: "#/$defs/Tree" } } } } },
  },
  output: null,
  answerTypes: [],
};
const schema = sellersSchema(shape);
const fields = formFields(schema);

describe("the form of a seller's operation", () => {
  it("has a field for each property, whatever it refers to", () => {
    expect(fields.map(({ name, kind, required, choices }) => [name, kind, required, choices])).toEqual([
      ["id", "text", true, []],
      ["depth", "choice", false, ["1", "2", "3"]],
      ["all", "choice", false, ["true", "false"]],
      ["tree", "json", true, []],
    ]);
  });

  it("sends numbers, switches and objects as what they are, and leaves out what is empty", () => {
    const values = valuesOf(fields, { id: "a", depth: 2, all: false, tree: { children: [] } });
    expect(checkForm(schema, fields, values)).toEqual({ ok: true, input: { id: "a", depth: 2, all: false, tree: { children: [] } } });
    expect(checkForm(schema, fields, { ...values, depth: "", all: "" })).toEqual({ ok: true, input: { id: "a", tree: { children: [] } } });
  });

  it("says what is missing or of another kind, before anything is asked", () => {
    const checked = checkForm(schema, fields, { id: "", depth: "7", all: "", tree: "[]" });
    expect(checked.ok ? {} : Object.keys(checked.faults)).toEqual(["id", "depth", "tree"]);
  });
});
