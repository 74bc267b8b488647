import { describe, expect, it } from "vitest";
import { type ChatSoFar, readChatStream } from "./chatStream";

function stream(...parts: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part));
      controller.close();
    },
  });
}
const chunk = (content: string, finish_reason: string | null = null) =>
  `data: ${JSON.stringify({ model: "m", choices: [{ delta: { content }, finish_reason }] })}\n\n`;
const contentOf = ({ choices }: ChatSoFar) => choices[0].message.content;

describe("a chat stream in the browser", () => {
  it("grows part by part, wherever the bytes are cut, and ends with what was used", async () => {
    const whole = `${chunk("Grü")}${chunk("ße", "stop")}: {"used":"300"}\n\ndata: [DONE]\n\n`;
    const bytes = [...new TextEncoder().encode(whole)];
    const cut = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const seen: string[] = [];
    const end = await readChatStream(cut, (soFar) => seen.push(contentOf(soFar)));
    expect(contentOf(end)).toBe("Grüße");
    expect(seen).toContain("Grü");
    expect(end).toMatchObject({ model: "m", broken: null, ended: true, used: "300" });
  });

  it("keeps what came when the server says that it broke off", async () => {
    const end = await readChatStream(stream(chunk("Half"), `data: {"error":{"message":"It broke."}}\n\n`), () => undefined);
    expect([contentOf(end), end.broken]).toEqual(["Half", "It broke."]);
  });

  it("calls an end without a word, or without sense, broken", async () => {
    for (const parts of [[chunk("Half")], [chunk("Half"), "data: {nonsense\n\n"]]) {
      const end = await readChatStream(stream(...parts), () => undefined);
      expect([contentOf(end), end.broken]).toEqual(["Half", expect.stringContaining("broke off")]);
    }
  });
});
