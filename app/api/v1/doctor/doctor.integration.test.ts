import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discoveryItem } from "@/lib/discovery/catalogJson";
import { listingOf } from "@/lib/discovery/listing";
import { openapi } from "@/lib/discovery/openapi";
import type { DoctorReport } from "@/lib/doctor/report";
import { runDoctor } from "@/lib/doctor/runDoctor";
import { respond } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";
import { paid } from "@/lib/payments/paid";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { type WebServer, webServer } from "@/lib/testing/webServer";
import { defineTool } from "@/lib/tools/define";
import { POST } from "./route";

const { tool, runs } = echoTool();
const unused = defineTool({
  ...tool,
  definition: { ...tool.definition, slug: "unused", payTo: privateKeyToAccount(generatePrivateKey()).address },
});
const path = `/api/v1/${tool.definition.slug}`;

let market: TestMarket;
let server: WebServer;
beforeAll(async () => {
  const list = (request: Request) => [tool, unused].map((one) => listingOf(one, publicOrigin(request)));
  const described = (request: Request) => respond(async () => openapi(publicOrigin(request), list(request)));
  const discovered = (request: Request) => respond(async () => ({ items: list(request).map(discoveryItem) }));
  server = await webServer({
    [path]: paid(tool),
    "/api/v1/unused": paid(unused),
    "/openapi.json": { GET: described },
    "/.well-known/x402": { GET: discovered },
  });
  // As Next tells a process where it listens.
  market = await startTestMarket({ PORT: new URL(server.origin).port });
});
afterAll(async () => {
  await server.close();
  await market.stop();
});

const examine = (at: string, method: "GET" | "POST") => runDoctor(`${server.origin}${at}`, { method });
const notPassed = ({ checks }: DoctorReport) => checks.filter(({ status }) => status !== "pass").map(({ id, status }) => `${id} ${status}`);

describe("the market's own tools before the doctor", () => {
  it.each(["GET", "POST"] as const)("pass every check that applies to them, with %s", async (method) => {
    const report = await examine(path, method);
    // On this machine there is no certificate to hold.
    expect(notPassed(report)).toEqual(["tls skipped"]);
    expect(report.method).toBe(method);
    expect(report.checks.find(({ id }) => id === "token-domain")?.detail).toContain("contract on the chain");
    const side = (id: string) => report.checks.find((check) => check.id === id)?.side;
    // Refused for the payment, and not for an input that was empty.
    expect(["refuses-too-small", "refuses-expired", "refuses-other-pay-to", "refuses-garbage"].map(side)).toEqual([
      "402",
      "402",
      "402",
      "400",
    ]);
    expect(runs()).toBe(0);
  });

  it("are told when nobody has ever used the wallet that they pay", async () => {
    expect(notPassed(await examine("/api/v1/unused", "GET"))).toEqual(["tls skipped", "pay-to warn"]);
  });
});

describe("POST /api/v1/doctor", () => {
  const ask = (body: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return POST(
      new Request(`${server.origin}/api/v1/doctor`, { method: "POST", body: text, headers: { host: "127.0.0.1:1", ...headers } }),
    );
  };

  it("gives a report, and the same again while it is young", async () => {
    const first = await ask({ url: `${server.origin}${path}` });
    expect(first.status).toBe(200);
    const report = (await first.json()) as DoctorReport;
    expect(report.summary).toEqual({ pass: report.checks.length - 1, fail: 0, warn: 0, skipped: 1, unknown: 0 });
    const again = (await (await ask({ url: `${server.origin}${path}` })).json()) as DoctorReport;
    expect(again.at).toBe(report.at);
  });

  it.each([
    ["no JSON", "{", 400, "invalid_json", undefined],
    ["no address", {}, 400, "invalid_input", undefined],
    ["an input for GET", { url: "https://a.example", method: "GET", body: {} }, 400, "invalid_input", undefined],
    ["another method", { url: "https://a.example", method: "DELETE" }, 400, "invalid_input", undefined],
    ["the host that it claims to be", { url: "http://127.0.0.1:1/" }, 400, "invalid_input", "address_not_allowed"],
    [
      "what the ledger listens on",
      () => ({ url: market.databaseUrl.replace(/^postgres(ql)?/, "http").replace(/\/\/[^@]*@/, "//") }),
      400,
      "invalid_input",
      "address_not_allowed",
    ],
    ["no address at all", { url: "nonsense" }, 400, "invalid_input", "bad_url"],
    ["too much", { url: "https://a.example", body: { a: "a".repeat(20_000) } }, 413, "body_too_large", undefined],
  ])("refuses %s", async (_, body, status, error, reason) => {
    const response = await ask(typeof body === "function" ? body() : body, { "x-forwarded-for": `198.51.100.${status % 200}` });
    expect([response.status, await response.json()]).toMatchObject([status, { error, ...(reason ? { reason } : {}) }]);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("examines no doctor, and nobody too often", async () => {
    const looped = await ask({ url: `${server.origin}${path}` }, { "x-coinslot-doctor": "1" });
    expect([looped.status, (await looped.json()).message]).toEqual([400, "A doctor examines no doctor."]);
    const statuses = [];
    for (let n = 0; n < 14; n += 1) {
      const response = await ask({ url: `http://127.0.0.1:1/${n}` }, { "x-forwarded-for": "203.0.113.9" });
      statuses.push(response.status);
      if (response.status === 429) expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([...Array(12).fill(400), 429, 429]);
  });
});
