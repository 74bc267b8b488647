import { findDefinition } from "@/lib/tools/catalog";
import { CodeTag } from "../ui/CodeTag";

/** Payments that the built-in facilitator settles for others; `FACILITATED` in the ledger's schema. */
const FACILITATED = "facilitator";

/** Money that went back; `REFUND` in the ledger's schema. */
const REFUND = "refund";

/** A tool with its code; what is not on the shelf has none. */
export function ToolName({ tool }: { tool: string }) {
  const code = findDefinition(tool)?.code;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      {code ? <CodeTag code={code} /> : null}
      {tool === FACILITATED ? "another server" : tool === REFUND ? "a refund" : tool}
    </span>
  );
}
