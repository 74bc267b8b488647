import type { PrivateKeyAccount } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerProofText } from "@/lib/payments/payersAnswer";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, signFor } from "@/lib/testing/requests";
import { OPTIONS, GET as paymentRoute } from "../v1/payments/[id]/route";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
});
afterAll(() => market.stop());

const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";

async function fundedPayer() {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

it("lets pages of other sites send the proof", () => {
  const allowed = OPTIONS().headers.get("access-control-allow-headers")?.toLowerCase().split(", ");
  expect(allowed).toContain("authorization");
});

describe("the kept answer by the payment's id", () => {
  const ask = (id: string, headers: Record<string, string> = {}) =>
    paymentRoute(new Request(`http://market.test/api/v1/payments/${id}`, { headers }), { params: Promise.resolve({ id }) });
  const until = () => Math.floor(Date.now() / 1000) + 120;

  it("is for its payer alone", async () => {
    const { tool } = echoTool();
    const payer = await fundedPayer();
    const id = idOf(await post(tool, { text: "mine" }, (await signFor(tool, payer)).headers));
    const proof = async (who: PrivateKeyAccount, end: number, payment = id) =>
      `Payer ${end}.${await who.signMessage({ message: answerProofText(payment, end) })}`;
    expect(await (await ask(id)).json()).not.toHaveProperty("answer");
    const shown = await (await ask(id, { authorization: await proof(payer, until()) })).json();
    expect(shown).toMatchObject({ id, state: "settled", answer: { status: 200, body: '{"text":"mine"}' } });
    for (const authorization of [
      await proof(newPayer(), until()),
      await proof(payer, until() - 300),
      await proof(payer, until() + 86_400),
      await proof(payer, until(), "pay_another"),
      "Payer nonsense",
      "Bearer x",
    ]) {
      const refused = await ask(id, { authorization });
      expect([refused.status, (await refused.json()).error]).toEqual([401, "unauthorized"]);
    }
  });
});
