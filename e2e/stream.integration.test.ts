import { expect, it } from "vitest";
import { fundedPayer, market, post, sign } from "./market";

it("the explorer's stream tells what has just settled", async () => {
  const request = new AbortController();
  const response = await fetch(`${market.url}/api/explorer/stream`, { signal: request.signal });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const until = async (wanted: string) => {
    while (!text.includes(wanted)) text += (await reader?.read())?.value ?? "";
  };
  await until("event: news");
  const { v2 } = await sign(await fundedPayer());
  const id = (await post({ "PAYMENT-SIGNATURE": v2 })).headers.get("X-Payment-Id") ?? "";
  text = "";
  await until("\n\n");
  await until(id);
  expect(text).toMatch(new RegExp(`"closed":\\[[^\\]]*"${id}"`));
  request.abort();
});
