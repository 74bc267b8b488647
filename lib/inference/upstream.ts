import type { ModelRate, ModelRates } from "./modelRates";

/** A model as one server offers it. */
export type OfferedModel = { id: string; rate: ModelRate; ownedBy: string };

/** A server that speaks the OpenAI protocol, and what was last seen of it. */
export type Upstream = {
  /** With `/v1` or whatever stands before `/chat/completions`; no slash at its end. */
  url: string;
  key: string | null;
  /** It was found on this machine, not configured. */
  found: boolean;
  models: OfferedModel[];
  alive: boolean;
  failuresInRow: number;
};

/** Whatever runs on this machine costs its owner some power and time: dollars 0.10 in, 0.40 out a million tokens. */
const LOCAL_RATE: ModelRate = { input: 100_000n, output: 400_000n };
const LOCAL_EMBEDDING_RATE: ModelRate = { input: 20_000n, output: null };

const LOOK_MS = 3_000;
const MOST_MODELS = 500;

/** Asks the server what it serves. Only what has a price is offered. Never throws: a silent server is not alive. */
export async function lookAt(upstream: Upstream, rates: ModelRates): Promise<void> {
  const ids = await listModels(upstream).catch(() => null);
  upstream.alive = ids !== null;
  if (ids === null) return;
  upstream.failuresInRow = 0;
  upstream.models = ids.flatMap(({ id, ownedBy }) => {
    const rate = rateOf(id, rates, upstream.found);
    return rate ? [{ id, rate, ownedBy }] : [];
  });
}

async function listModels({ url, key }: Upstream): Promise<{ id: string; ownedBy: string }[]> {
  const response = await fetch(`${url}/models`, {
    headers: { accept: "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
    signal: AbortSignal.timeout(LOOK_MS),
    redirect: "error",
  });
  if (!response.ok) throw new Error(`/models answered ${response.status}`);
  const list: unknown = await response.json();
  const data = (list as { data?: unknown } | null)?.data;
  if (!Array.isArray(data)) throw new Error("/models gave no list");
  return data.slice(0, MOST_MODELS).flatMap((model: { id?: unknown; owned_by?: unknown } | null) => {
    if (typeof model?.id !== "string" || !/^[\x21-\x7e]{1,200}$/.test(model.id)) return [];
    return [{ id: model.id, ownedBy: typeof model.owned_by === "string" ? model.owned_by.slice(0, 100) : "unknown" }];
  });
}

function rateOf(id: string, rates: ModelRates, found: boolean): ModelRate | null {
  const named = Object.hasOwn(rates, id) ? rates[id] : rates["*"];
  if (named) return looksLikeEmbedding(id) && !Object.hasOwn(rates, id) ? { ...named, output: null } : named;
  if (!found) return null;
  return looksLikeEmbedding(id) ? LOCAL_EMBEDDING_RATE : LOCAL_RATE;
}

/** Servers don't say what kind a model is; by name it is told where its price doesn't. */
function looksLikeEmbedding(id: string): boolean {
  return /embed|minilm|(^|[/_-])(bge|gte|e5)([-_:]|$)/i.test(id);
}
