import { type Probe, type Probed, textOf } from "./probe";
import type { AiReadinessAnswer } from "./schema";

type Door = AiReadinessAnswer["doors"][number];

type Kind = { name: string; what: string; paths: readonly string[]; holds: (value: Record<string, unknown>) => boolean };

const has =
  (...names: string[]) =>
  (value: Record<string, unknown>) =>
    names.some((name) => name in value);

/** Where machines look for a way in, by the usual addresses; `holds`: that it is what it is taken for. */
const KINDS: readonly Kind[] = [
  { name: "openapi", what: "An API, described for machines.", paths: ["/openapi.json"], holds: has("openapi", "swagger") },
  {
    name: "mcp",
    what: "A server of the Model Context Protocol.",
    paths: ["/.well-known/mcp.json", "/.well-known/mcp/server-card.json"],
    holds: has("name", "servers", "remotes", "url", "endpoint", "serverInfo"),
  },
  {
    name: "agent-card",
    what: "An agent that others can talk to (A2A).",
    paths: ["/.well-known/agent-card.json"],
    holds: has("skills", "capabilities", "url"),
  },
  {
    name: "x402",
    what: "What can be paid for by the call.",
    paths: ["/.well-known/x402"],
    holds: has("x402Version", "resources", "accepts", "items"),
  },
  {
    name: "ai-plugin",
    what: "A plugin in the form that ChatGPT used until 2024.",
    paths: ["/.well-known/ai-plugin.json"],
    holds: has("schema_version", "name_for_model"),
  },
];

/** `described`: where the page itself says that its API is described. */
export function doorProbes(origin: string, described: string | null): Probe[] {
  return KINDS.flatMap((kind) => urlsOf(kind, origin, described).map((url) => ({ url, accept: "application/json", maxBytes: 256 * 1024 })));
}

function urlsOf({ name, paths }: Kind, origin: string, described: string | null): string[] {
  return name === "openapi" && described ? [described] : paths.map((path) => `${origin}${path}`);
}

/** `answers` by the address of the probe. */
export function readDoors(origin: string, described: string | null, answers: ReadonlyMap<string, Probed>): Door[] {
  return KINDS.map((kind) => {
    const { name, what, holds } = kind;
    const states = urlsOf(kind, origin, described).map((url) => ({ url, ...stateOf(answers.get(url), holds) }));
    const best = (["present", "malformed", "closed", "not_asked", "no_answer"] as const)
      .map((state) => states.find((one) => one.state === state))
      .find(Boolean);
    const { url, state, note } = best ?? { url: states[0]?.url ?? origin, state: "absent" as const, note: null };
    return { name, what, url, state, note };
  });
}

function stateOf(probed: Probed | undefined, holds: Kind["holds"]): Pick<Door, "state" | "note"> {
  if (probed?.state !== "answered") return { state: probed?.state ?? "not_asked", note: probed?.why ?? null };
  const { status, truncated } = probed.answer;
  if (status === 401 || status === 403) return { state: "closed", note: `It answers ${status}.` };
  const text = textOf(probed);
  if (text === null) return { state: "absent", note: null };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && holds(value as Record<string, unknown>)) return { state: "present", note: null };
    return { state: "malformed", note: "It is JSON, and not of the form that is looked for." };
  } catch {
    return truncated ? { state: "present", note: "It is too long to be read whole." } : { state: "malformed", note: "It is no JSON." };
  }
}
