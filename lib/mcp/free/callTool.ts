import "server-only";
import { z } from "zod";
import { callPaid } from "../callPaid";
import { find } from "./find";
import { freeTool } from "./freeTool";

/** For clients that show a model the first page of a long list only: free itself, the tool that it calls has its price. */
export const callTool = freeTool({
  name: "call_tool",
  title: "Call a tool",
  description:
    "Calls any paid tool of this market by name, for those that your list doesn't show. The call costs what that tool costs and is paid in the same way, by the x402 payment in _meta.",
  input: z.object({
    tool: z.string().max(100).describe("The tool's name, as search_tools gives it."),
    input: z.record(z.string(), z.unknown()).default({}).describe("The tool's arguments, as its input_schema says."),
  }),
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: true },
  run: async ({ tool, input }, caller, offered) => callPaid(find(offered, tool), input, caller),
});
