import { describe, expect, it } from "vitest";
import { acceptedOrigin, type SiteSettings } from "./acceptedOrigin";

const real = { publicUrl: "https://coinslot.example", local: null };
const nameless = { publicUrl: null, local: null };
const local: SiteSettings = {
  publicUrl: null,
  local: {
    minterPrivateKey: "0x1",
    sellerPrivateKey: "0x2",
    port: null,
    sampleTokens: [],
    samplePlaces: [],
    sampleSite: null,
    sampleApi: null,
    allowLocalFetch: false,
  },
};

function ask(settings: SiteSettings, headers: Record<string, string>): string {
  try {
    return acceptedOrigin(new Request("http://inside:3000/api/auth/nonce", { method: "POST", headers }), settings);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("acceptedOrigin", () => {
  it.each([
    ["the public address", real, { origin: "https://coinslot.example", host: "inside:3000" }, "https://coinslot.example"],
    ["the host on a local chain", local, { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, "http://127.0.0.1:3000"],
    ["any name on a local chain", local, { origin: "http://box.lan:3000", host: "box.lan:3000" }, "http://box.lan:3000"],
    [
      "this machine when the site has no name",
      nameless,
      { origin: "http://localhost:3000", host: "localhost:3000" },
      "http://localhost:3000",
    ],
  ])("takes %s", (_, settings, headers, origin) => {
    expect(ask(settings as SiteSettings, headers)).toBe(origin);
  });

  it.each([
    ["no origin", real, { host: "coinslot.example" }],
    ["another site", real, { origin: "https://evil.example", host: "coinslot.example" }],
    ["another site that chose its own host too", real, { origin: "https://evil.example", host: "evil.example" }],
    ["another site, where the site has no name", nameless, { origin: "https://evil.example", host: "evil.example" }],
    ["the same name without TLS", real, { origin: "http://coinslot.example", host: "coinslot.example" }],
    ["another port", local, { origin: "http://127.0.0.1:3001", host: "127.0.0.1:3000" }],
    ["an opaque origin", local, { origin: "null", host: "null" }],
    ["an origin with a path", real, { origin: "https://coinslot.example/x", host: "coinslot.example" }],
    ["a user before the host", real, { origin: "https://coinslot.example@evil.example", host: "evil.example" }],
    ["another scheme", local, { origin: "file://127.0.0.1:3000", host: "127.0.0.1:3000" }],
  ])("refuses %s", (_, settings, headers) => {
    expect(ask(settings as SiteSettings, headers)).toBe("forbidden_origin");
  });
});
