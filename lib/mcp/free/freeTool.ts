import type { CallToolResult, Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import type { z } from "zod";
import { inputFault } from "@/lib/payments/input";
import { jsonSchema } from "@/lib/tools/jsonSchema";
import type { Caller } from "../caller";
import type { Offered } from "../offered";
import { failure } from "../results";
import { type ObjectSchema, outputSchema } from "../schemas";

export type FreeTool = {
  described: McpTool;
  run: (args: Record<string, unknown>, caller: Caller, offered: readonly Offered[]) => Promise<CallToolResult>;
};

type Parts<I extends z.ZodType> = {
  name: string;
  title: string;
  description: string;
  input: I;
  output?: z.ZodType;
  /** Does it lead to a payment? Everything else here only reads. */
  annotations?: McpTool["annotations"];
  run: (input: z.output<I>, caller: Caller, offered: readonly Offered[]) => Promise<CallToolResult>;
};

/** A tool that costs nothing: its arguments are held against its schema, and whatever it throws is told. */
export function freeTool<I extends z.ZodType>({ name, title, description, input, output, annotations, run }: Parts<I>): FreeTool {
  const told = output ? outputSchema(jsonSchema(output, "output")) : null;
  return {
    described: {
      name,
      title,
      description,
      inputSchema: { ...jsonSchema(input, "input"), type: "object" } as ObjectSchema,
      ...(told ? { outputSchema: told } : {}),
      annotations: annotations ?? { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    run: async (args, caller, offered) => {
      try {
        const parsed = input.safeParse(args);
        if (!parsed.success) throw inputFault(parsed.error);
        return await run(parsed.data, caller, offered);
      } catch (error) {
        return failure(error, caller.origin);
      }
    },
  };
}
