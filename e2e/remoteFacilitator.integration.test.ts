import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connection, db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { type Children, holdChildren } from "@/lib/devnet/children";
import { startDatabase } from "@/lib/devnet/startDevnet";
import { engine } from "@/lib/settlement/engine";
import { echoTool } from "@/lib/testing/echoTool";
import { post, receiptOf, signFor } from "@/lib/testing/requests";
import { balanceOf, fundedPayer, market } from "./market";

const dir = mkdtempSync(join(tmpdir(), "coinslot-remote-"));
const payTo = privateKeyToAddress(generatePrivateKey());
let children: Children;

/** A second market with its own ledger and no gas key: the running market's facilitator settles for it. */
beforeAll(async () => {
  children = holdChildren(join(dir, "logs"));
  const databaseUrl = await startDatabase({ dir, volatile: true }, children);
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    NETWORK: market.network,
    RPC_URL: market.rpcUrl,
    PAY_TO: payTo,
    // Nobody listens at the first one.
    FACILITATOR_URL: `http://127.0.0.1:9,${market.facilitatorUrl}`,
  });
});

afterAll(async () => {
  engine().stop();
  await connection().close();
  await children.stopAll();
  rmSync(dir, { recursive: true, force: true });
});

it("settles through a remote facilitator, and believes the chain", async () => {
  const { tool, runs } = echoTool();
  const payer = await fundedPayer();
  const { headers } = await signFor(tool, payer);
  const response = await post(tool, { text: "hi" }, headers);
  expect([response.status, await response.text()]).toEqual([200, '{"text":"hi"}']);
  const row = await findPayment(db(), response.headers.get("X-Payment-Id") ?? "");
  expect(row).toMatchObject({ state: "settled", payTo: payTo.toLowerCase(), transaction: receiptOf(response)?.transaction });
  expect(await balanceOf(payTo)).toBe(5_000n);
  expect(await balanceOf(payer.address)).toBe(25_000_000n - 5_000n);
  const copy = await post(tool, { text: "hi" }, headers);
  expect(await copy.text()).toBe('{"text":"hi"}');
  expect(runs()).toBe(1);
});
