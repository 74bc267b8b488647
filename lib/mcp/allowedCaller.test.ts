import { describe, expect, it } from "vitest";
import { allowedCaller } from "./allowedCaller";

const from = (origin?: string) => new Request("http://127.0.0.1:3000/mcp", { method: "POST", headers: origin ? { origin } : {} });

describe("who may call", () => {
  it("a market on somebody's own machine serves programs and its own pages, and no page of another site", () => {
    for (const origin of [undefined, "http://localhost:6274", "http://127.0.0.1:3000", "http://[::1]:3000"]) {
      expect(() => allowedCaller(from(origin), null)).not.toThrow();
    }
    for (const origin of [
      "https://evil.example",
      "http://evil.example:3000",
      "null",
      "http://127.0.0.1.evil.example",
      "http://localhost.evil.example",
    ]) {
      expect(() => allowedCaller(from(origin), null)).toThrow("other sites");
    }
  });

  it("a public market serves pages of every site", () => {
    expect(() => allowedCaller(from("https://agent.example"), "https://market.example")).not.toThrow();
  });
});
