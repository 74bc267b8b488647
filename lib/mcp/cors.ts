import { CORS_HEADERS, preflight } from "@/lib/cors";

/** As the other machine doors, and with the headers that MCP has of its own. */
export const MCP_CORS = {
  ...CORS_HEADERS,
  "access-control-expose-headers": `${CORS_HEADERS["access-control-expose-headers"]}, Mcp-Session-Id`,
} as const;

export function mcpPreflight(): Response {
  const { headers } = preflight();
  headers.set("access-control-expose-headers", MCP_CORS["access-control-expose-headers"]);
  headers.set("access-control-allow-methods", "GET, POST, DELETE, OPTIONS");
  const more = "Mcp-Session-Id, Mcp-Protocol-Version, Last-Event-ID";
  headers.set("access-control-allow-headers", `${headers.get("access-control-allow-headers")}, ${more}`);
  return new Response(null, { status: 204, headers });
}
