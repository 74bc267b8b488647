import { beforeAll, describe, expect, it } from "vitest";
import { localSettings } from "@/lib/devnet/localSettings";
import { seal, unseal } from "./seal";

beforeAll(() => void Object.assign(process.env, localSettings("postgres://x@127.0.0.1:1/x", "http://127.0.0.1:9", [])));

describe("a sealed secret", () => {
  it("comes out as it went in, and never looks the same twice", () => {
    const [a, b] = [seal("sk_live_ü", "upstream a"), seal("sk_live_ü", "upstream a")];
    expect(unseal(a, "upstream a")).toBe("sk_live_ü");
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(false);
    expect(Buffer.from(a).includes("sk_live")).toBe(false);
  });

  it("is good for its own purpose only, and not when a bit of it has changed", () => {
    const sealed = seal("sk_live", "upstream a");
    expect(() => unseal(sealed, "upstream b")).toThrow(expect.objectContaining({ code: "secret_unreadable" }));
    const bent = Buffer.from(sealed);
    bent.writeUInt8(bent.readUInt8(bent.length - 1) ^ 1, bent.length - 1);
    expect(() => unseal(bent, "upstream a")).toThrow(expect.objectContaining({ code: "secret_unreadable" }));
  });
});
