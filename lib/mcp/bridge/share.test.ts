import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { describe, expect, it } from "vitest";
import { createShare } from "./share";

const result = (text: string, isError = false): CallToolResult => ({ content: [{ type: "text", text }], ...(isError ? { isError } : {}) });

function held() {
  let end: (r: CallToolResult) => void = () => undefined;
  let runs = 0;
  const work = () => {
    runs += 1;
    return new Promise<CallToolResult>((resolve) => {
      end = resolve;
    });
  };
  return { work, runs: () => runs, end: (r: CallToolResult) => end(r) };
}

describe("the same call", () => {
  it("runs once while it runs, and anew afterwards", async () => {
    const share = createShare();
    const { work, runs, end } = held();
    const signal = new AbortController().signal;
    const both = [share.run("a", signal, work), share.run("a", signal, work)];
    end(result("one"));
    expect((await Promise.all(both)).map((r) => r.content)).toEqual([result("one").content, result("one").content]);
    const third = share.run("a", signal, work);
    end(result("two"));
    expect(await third).toEqual(result("two"));
    expect(runs()).toBe(2);
  });

  it("that was given up is paid for: its answer is for whoever asks next, once", async () => {
    const share = createShare();
    const { work, runs, end } = held();
    const gaveUp = new AbortController();
    const first = share.run("a", gaveUp.signal, work);
    gaveUp.abort();
    end(result("kept"));
    await first;
    await share.idle(1_000);
    expect(await share.run("a", new AbortController().signal, work)).toEqual(result("kept"));
    expect(runs()).toBe(1);
    void share.run("a", new AbortController().signal, work);
    expect(runs()).toBe(2);
    end(result("x"));
  });

  it("a failure is kept for nobody", async () => {
    const share = createShare();
    const { work, runs, end } = held();
    const gaveUp = new AbortController();
    const first = share.run("a", gaveUp.signal, work);
    gaveUp.abort();
    end(result("no", true));
    await first;
    await share.idle(1_000);
    void share.run("a", new AbortController().signal, work);
    expect(runs()).toBe(2);
    end(result("x"));
  });
});
