import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settlementChain } from "../chainClient";
import { discoveryItem } from "../discovery/catalogJson";
import { listingOf } from "../discovery/listing";
import { openapi } from "../discovery/openapi";
import { respond } from "../http";
import { publicOrigin } from "../origin";
import { paid } from "../payments/paid";
import { echoTool } from "../testing/echoTool";
import { startTestMarket, type TestMarket } from "../testing/market";
import { type WebServer, webServer } from "../testing/webServer";
import { defineTool } from "../tools/define";
import type { DoctorReport } from "./report";
import { runDoctor } from "./runDoctor";
import { testGround } from "./testdata/endpoint";

const { tool, runs } = echoTool();
const unused = defineTool({
  ...tool,
  definition: { ...tool.definition, slug: "unused", payTo: privateKeyToAccount(generatePrivateKey()).address },
});
const path = `/api/v1/${tool.definition.slug}`;

let market: TestMarket;
let server: WebServer;
beforeAll(async () => {
  market = await startTestMarket();
  const list = (request: Request) => [tool, unused].map((one) => listingOf(one, publicOrigin(request)));
  server = await webServer({
    [path]: paid(tool),
    "/api/v1/unused": paid(unused),
    "/openapi.json": { GET: (request) => respond(async () => openapi(publicOrigin(request), list(request))) },
    "/.well-known/x402": { GET: (request) => respond(async () => ({ items: list(request).map(discoveryItem) })) },
  });
});
afterAll(async () => {
  await server.close();
  await market.stop();
});

const examine = (at: string, method: "GET" | "POST") =>
  runDoctor(`${server.origin}${at}`, { method, ground: testGround([server.origin], { chain: settlementChain() }) });
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
