import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runDoctor } from "@/lib/doctor/runDoctor";
import { testGround } from "@/lib/doctor/testdata/endpoint";
import { market } from "../market";

let seller: ChildProcess;
let origin: string;
beforeAll(async () => {
  const program = join(import.meta.dirname, "officialServer.mjs");
  const payTo = privateKeyToAddress(generatePrivateKey());
  seller = spawn(process.execPath, [program, market.facilitatorUrl ?? "", payTo], { stdio: ["ignore", "pipe", "ignore"] });
  const [where] = await Promise.race([once(seller.stdout as Readable, "data"), once(seller, "exit")]);
  origin = String(where).trim();
});
afterAll(() => seller.kill());

it("finds at @x402/express 2.27, as its README uses it, what is really open there and nothing else", async () => {
  const report = await runDoctor(`${origin}/weather`, { ground: testGround([origin]) });
  const of = (status: string) => report.checks.filter((check) => check.status === status).map(({ id }) => id);
  // Its route is paid for GET alone, and Express runs the same handler for HEAD.
  expect(of("fail")).toEqual(["other-methods", "schema"]);
  expect(of("warn")).toEqual(["v1", "cors"]);
  expect(report.checks.find(({ id }) => id === "refuses-expired")?.evidence).toContain("error: invalid_exact_evm");
});
