import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { parseUsdc } from "@/lib/money";
import { LOCAL_EMBEDDINGS } from "./local/models";
import { lookAt, type OfferedModel, type Upstream } from "./upstream";

/** The usual places of Ollama, LM Studio, vLLM and llama.cpp. */
const LOCAL_PORTS = [11_434, 1_234, 8_000, 8_080];

const LOOK_EVERY_MS = 30_000;
/** While nobody is there, whoever asks has us look again after so long. */
const LOOK_SOON_MS = 3_000;
const FAILURES = 3;

type State = { all: Upstream[]; first: Promise<void>; lookedAt: number; stop: () => void };

const KEY = Symbol.for("coinslot.inference");
type Holder = { [KEY]?: State | undefined };

function state(): State {
  const holder = globalThis as Holder;
  holder[KEY] ??= start();
  return holder[KEY];
}

function start(): State {
  const { upstreams, findLocal } = env().inference;
  const nothing = { models: [], alive: false, failuresInRow: 0 };
  const all: Upstream[] = upstreams.map((one) => ({ ...one, ...nothing, found: false }));
  const known = new Set(all.map(({ url }) => new URL(url).port));
  for (const port of findLocal ? LOCAL_PORTS : []) {
    if (!known.has(String(port))) all.push({ url: `http://127.0.0.1:${port}/v1`, key: null, ...nothing, found: true });
  }
  const timer = setInterval(() => void lookAtAll(all), LOOK_EVERY_MS).unref();
  return { all, first: lookAtAll(all), lookedAt: Date.now(), stop: () => clearInterval(timer) };
}

async function lookAtAll(all: Upstream[]): Promise<void> {
  const { rates } = env().inference;
  await Promise.all(
    all.map(async (upstream) => {
      const was = upstream.alive;
      await lookAt(upstream, rates);
      if (was !== upstream.alive) log("info", "model_server", { url: upstream.url, alive: upstream.alive, models: upstream.models.length });
    }),
  );
}

/** A server that was started just now is found with the next page that is opened. */
function lookSoon(s: State): void {
  if (s.all.some(({ alive }) => alive) || Date.now() - s.lookedAt < LOOK_SOON_MS) return;
  s.lookedAt = Date.now();
  void lookAtAll(s.all);
}

export type Found = {
  model: OfferedModel;
  upstreams: Upstream[];
  /** It runs in this market itself. */
  local: boolean;
};

/** The one that needs no server. */
function localModel(): OfferedModel {
  const rate = env().inference.rates[LOCAL_EMBEDDINGS.id] ?? { input: parseUsdc(LOCAL_EMBEDDINGS.usdPerMillionTokens), output: null };
  return { id: LOCAL_EMBEDDINGS.id, rate, ownedBy: "coinslot" };
}

/** Model servers: configured ones in their order, then those found on this machine. */
export const upstreams = {
  /** Resolves once all have been looked at for the first time. */
  seen: (): Promise<void> => state().first,
  lookAgain: (): Promise<void> => lookAtAll(state().all),
  /** Everything that somebody offers; `alive` when it can be had now. The first server's price counts. */
  models(): (OfferedModel & { alive: boolean })[] {
    lookSoon(state());
    const byId = new Map<string, OfferedModel & { alive: boolean }>();
    for (const upstream of state().all) {
      for (const model of upstream.models) {
        const known = byId.get(model.id);
        byId.set(model.id, known ? { ...known, alive: known.alive || upstream.alive } : { ...model, alive: upstream.alive });
      }
    }
    const local = localModel();
    byId.set(local.id, { ...local, alive: true });
    return [...byId.values()];
  },
  /** The model's price, and who serves it now, the preferred first; null for a model that nobody offers. */
  find(id: string): Found | null {
    if (id === LOCAL_EMBEDDINGS.id) return { model: localModel(), upstreams: [], local: true };
    const offering = state().all.filter(({ models }) => models.some((model) => model.id === id));
    const model = offering[0]?.models.find((one) => one.id === id);
    return model ? { model, upstreams: offering.filter(({ alive }) => alive), local: false } : null;
  },
  /** What a request learnt of a server: one that fails again and again is left alone until it is looked at again. */
  told(upstream: Upstream, well: boolean): void {
    upstream.failuresInRow = well ? 0 : upstream.failuresInRow + 1;
    if (upstream.failuresInRow >= FAILURES) upstream.alive = false;
  },
  /** For tests, whose servers come and go: what was seen is forgotten. */
  stop(): void {
    (globalThis as Holder)[KEY]?.stop();
    (globalThis as Holder)[KEY] = undefined;
  },
};
