import type { CodeTab } from "@/components/ui/CodeBlock";

type Facts = { origin: string /** Is the market's wallet for tests enough? */; testWallet: boolean };

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** The market itself as a server: for agents that bring an x402 wallet, and for looking around. */
export function httpConfigs({ origin }: Pick<Facts, "origin">): CodeTab[] {
  const url = `${origin}/mcp`;
  return [
    { name: "Claude Code", code: `claude mcp add --transport http coinslot ${url}` },
    { name: "Cursor", code: json({ mcpServers: { coinslot: { url } } }) },
    { name: "VS Code", code: json({ servers: { coinslot: { type: "http", url } } }) },
    { name: "Windsurf", code: json({ mcpServers: { coinslot: { serverUrl: url } } }) },
    { name: "Cline", code: json({ mcpServers: { coinslot: { type: "streamableHttp", url } } }) },
  ];
}

const RUN = "/path/to/coinslot/scripts/run.mjs";

/** The bridge, as agents start it. */
export function bridgeConfigs({ origin, testWallet }: Facts): CodeTab[] {
  const args = [RUN, "scripts/mcp.ts", "--url", origin, "--max-per-call", "0.05", "--max-per-day", "1.00"];
  const env = testWallet ? {} : { env: { COINSLOT_PRIVATE_KEY: "0x…" } };
  const stdio = { command: "node", args, ...env };
  const code = [
    `claude mcp add coinslot \\`,
    ...(testWallet ? [] : ["  --env COINSLOT_PRIVATE_KEY=0x… \\"]),
    `  -- node ${args.slice(0, 2).join(" ")} --url ${origin} \\`,
    "  --max-per-call 0.05 --max-per-day 1.00",
  ];
  return [
    { name: "Claude Desktop", code: json({ mcpServers: { coinslot: stdio } }) },
    { name: "Claude Code", code: code.join("\n") },
    { name: "Cursor", code: json({ mcpServers: { coinslot: stdio } }) },
    { name: "VS Code", code: json(vsCode(args, testWallet)) },
    { name: "Windsurf", code: json({ mcpServers: { coinslot: stdio } }) },
    { name: "Cline", code: json({ mcpServers: { coinslot: { ...stdio, timeout: 120 } } }) },
  ];
}

/** VS Code asks for the key once and keeps it out of the file. */
function vsCode(args: string[], testWallet: boolean): object {
  const server = { type: "stdio", command: "node", args };
  if (testWallet) return { servers: { coinslot: server } };
  return {
    inputs: [{ type: "promptString", id: "coinslot-key", description: "Private key that pays", password: true }],
    servers: { coinslot: { ...server, env: { COINSLOT_PRIVATE_KEY: `\${input:coinslot-key}` } } },
  };
}

/** Where each agent looks for its configuration. */
export const CONFIG_FILES = [
  {
    agent: "Claude Desktop",
    file: "claude_desktop_config.json: Settings, Developer, Edit Config. An address goes to Settings, Connectors.",
  },
  { agent: "Cursor", file: "~/.cursor/mcp.json, or .cursor/mcp.json in a project" },
  { agent: "VS Code", file: ".vscode/mcp.json, or MCP: Open User Configuration" },
  { agent: "Windsurf", file: "~/.codeium/windsurf/mcp_config.json" },
  { agent: "Cline", file: "cline_mcp_settings.json: MCP Servers, Configure" },
] as const;

/** The flags of the bridge. */
export const BRIDGE_FLAGS = [
  { flag: "--url", text: "The market. Left out: the one that runs on this machine." },
  { flag: "--max-per-call 0.05", text: "Dollars that one call may cost." },
  { flag: "--max-per-day 1.00", text: "Dollars that a day may cost. Days are those of UTC, and a restart starts no new one." },
  { flag: "--tools a,b", text: "The paid tools that may be called. Left out: all. The free ones always may." },
  { flag: "--key-file", text: "A file with the private key that pays, readable by you alone; or COINSLOT_PRIVATE_KEY in the environment." },
  { flag: "--network base", text: "Pay on this network only. Left out: the one that the market lists." },
  { flag: "--accept-payee 0x…", text: "A tool that was paid to somebody else before may be paid to this address." },
  { flag: "--state", text: "The folder where the day's spending is kept; ~/.coinslot when left out." },
] as const;
