import { join } from "node:path";
import { db } from "@/db/client";
import { freePort } from "@/lib/devnet/freePort";
import { localSettings } from "@/lib/devnet/localSettings";
import { migrateDatabase } from "@/lib/devnet/migrateDatabase";
import { startPostgres } from "@/lib/devnet/postgres";
import { startSite } from "@/lib/devnet/startSite";
import { until } from "@/lib/devnet/until";
import { insertListing } from "@/lib/testing/listing";
import { TYPESCRIPT } from "../../bootstrap/handOver.mjs";
import type { Ground } from "../ground";
import type { Kind, Target } from "../types";

export type GatewaySide = { name: string; kind: Kind; target: Target };

const HOST = "127.0.0.1";
const FROM_PORT = 4_400;

/** The same upstream, reached in every way that is measured. */
export async function openSides(root: string, ground: Ground): Promise<GatewaySide[]> {
  const upstream = await startServer(ground, "upstream", {});
  const proxy = await startServer(ground, "proxy", { UPSTREAM: upstream });
  const databaseUrl = await startPostgres({ dir: ground.dir, children: ground.children });
  await migrateDatabase(databaseUrl);
  // The one local address that the gateway may call is the sample API's.
  const settings = localSettings(databaseUrl, ground.rpcUrl, ground.sampleTokens, undefined, undefined, upstream);
  Object.assign(process.env, settings);
  const place = await listUpstream(upstream);
  const url = await startSite({ root, children: ground.children, settings, host: HOST, port: await freePort(FROM_PORT, HOST), dev: false });
  const at = (origin: string, echo: string): Target => ({ url: origin, live: "/", runs: "/", echo });
  return [
    { name: "directly", kind: "posted", target: at(upstream, "/echo") },
    { name: "plain node proxy", kind: "posted", target: at(proxy, "/echo") },
    { name: "bare Next route", kind: "posted", target: at(url, "/api/devnet/relay") },
    { name: "gateway, unpaid 402", kind: "unpaid", target: at(url, place) },
    { name: "paid, without upstream", kind: "paid", target: at(url, "/api/devnet/echo") },
    { name: "gateway, paid", kind: "paid", target: at(url, place) },
  ];
}

/** With everything on that costs time: a key, a signature, a schema that answers are held to. */
async function listUpstream(upstream: string): Promise<string> {
  const text = { type: "object", properties: { text: { type: "string", minLength: 1 } }, required: ["text"] };
  const shape = {
    method: "POST" as const,
    path: "/echo",
    bodyType: "application/json",
    parts: [{ key: "text", place: "body" as const, name: "text" }],
    input: text,
    output: text,
  };
  const draft = { upstream, policy: { holdSchema: true, auth: { kind: "bearer" as const } }, secret: "bench", signingKey: "bench" };
  const { handle, name } = await insertListing(db(), { ...draft, operations: [{ name: "echo", example: { text: "hello" }, shape }] });
  return `/api/v1/g/${handle}/${name}/echo`;
}

async function startServer({ children }: Ground, name: string, env: Record<string, string>): Promise<string> {
  const port = await freePort(FROM_PORT, HOST);
  const file = join(import.meta.dirname, "upstream.ts");
  children.start({
    name,
    command: process.execPath,
    args: [...TYPESCRIPT, file],
    env: { ...env, PORT: String(port), NODE_ENV: "production" },
  });
  const url = `http://${HOST}:${port}`;
  await until(name, 20_000, async () => {
    await fetch(url, { method: "POST", body: "{}" });
  });
  return url;
}
