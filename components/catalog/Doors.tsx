import { CopyButton } from "../ui/CopyButton";

const DOORS = [
  { path: "/mcp", label: "Every tool over MCP", read: "/docs/mcp" },
  { path: "/openapi.json", label: "OpenAPI, with prices", read: "/openapi.json" },
  { path: "/llms.txt", label: "For language models", read: "/llms.txt" },
  { path: "/.well-known/x402", label: "Discovery", read: "/.well-known/x402" },
] as const;

/** Where a machine reads the catalog by itself. */
export function Doors({ origin }: { origin: string }) {
  return (
    <ul className="border-t border-line text-2">
      {DOORS.map(({ path, label, read }) => (
        <li key={path} className="flex h-10.5 items-center justify-between gap-3 border-b border-line">
          <span className="text-ink-2">{label}</span>
          <span className="flex items-center gap-2">
            <a href={read} className="num hover:underline">
              {path}
            </a>
            <CopyButton text={`${origin}${path}`} what={`the address of ${path}`} />
          </span>
        </li>
      ))}
    </ul>
  );
}
