import { mcpDoor } from "@/lib/mcp/door";

export const dynamic = "force-dynamic";

/** The market over MCP: https://modelcontextprotocol.io, streamable HTTP. */
export const { GET, POST, DELETE, OPTIONS } = mcpDoor();
