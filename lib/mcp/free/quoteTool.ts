import "server-only";
import { z } from "zod";
import { quote } from "@/lib/payments/quote";
import { factsOf } from "../callPaid";
import { toResult } from "../toResult";
import { find } from "./find";
import { freeTool } from "./freeTool";

/** The exact price of one call before anything is signed, made by the quote that every tool has over HTTP. */
export const quoteTool = freeTool({
  name: "quote",
  title: "Quote a call",
  description:
    "The exact price of one call of a paid tool, until when it is good, and whether the call would run now. Free. accepts are the terms to sign.",
  input: z.object({
    tool: z.string().max(100).describe("The tool's name."),
    input: z.record(z.string(), z.unknown()).default({}).describe("The arguments that the tool would be called with."),
  }),
  output: z.looseObject({
    price: z.string(),
    amount: z.string().describe("Atomic units."),
    expires_at: z.string(),
    would_run: z.boolean(),
    accepts: z.array(z.unknown()),
  }),
  run: async ({ tool, input }, caller, offered) => {
    const wanted = find(offered, tool);
    return toResult(await quote(wanted.tool, factsOf(wanted, input)), caller.origin, null);
  },
});
