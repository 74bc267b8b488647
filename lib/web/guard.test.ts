import { describe, expect, it } from "vitest";
import { guardOf } from "./guard";
import { readTarget } from "./target";

const guard = (addresses: Record<string, string[]>, rules: { localOrigins?: string[]; allowLocal?: boolean } = {}) => {
  const check = guardOf({
    resolve: async (host) => addresses[host] ?? [host],
    localOrigins: new Set(rules.localOrigins),
    allowLocal: rules.allowLocal ?? false,
  });
  return async (url: string) => check(readTarget(url));
};
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "allowed",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

describe("the guard", () => {
  it("lets the public web through", async () => {
    const check = guard({ "example.com": ["93.184.216.34", "2606:2800:220:1::1"] });
    await expect(check("https://example.com/a?b#c")).resolves.toHaveLength(2);
    await expect(check("http://8.8.8.8:8080/")).resolves.toEqual(["8.8.8.8"]);
  });

  it("refuses a name with a single address that is not public", async () => {
    expect(await reasonOf(guard({ "evil.example": ["93.184.216.34", "10.0.0.5"] })("http://evil.example/"))).toBe("address_not_allowed");
    expect(await reasonOf(guard({ "evil.example": ["93.184.216.34", "::1"] })("http://evil.example/"))).toBe("address_not_allowed");
  });

  it.each([
    ...[
      "http://127.0.0.1/",
      "http://127.1/",
      "http://2130706433/",
      "http://0x7f000001/",
      "http://0177.0.0.1/",
      "http://0x7f.1/",
      "http://0/",
    ],
    ...["http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[0:0:0:0:0:ffff:7f00:1]/", "http://[::]/", "http://[fe80::1]/"],
    ...[
      "http://169.254.169.254/latest/meta-data/",
      "http://[64:ff9b::a9fe:a9fe]/",
      "http://192.168.1.1/",
      "http://①②⑦.⓪.⓪.①/",
      "http://１２７.0.0.1/",
    ],
  ])("refuses %s", async (url) => expect(await reasonOf(guard({})(url))).toBe("address_not_allowed"));

  it.each(["http://8.8.8.8:22/", "http://8.8.8.8:5432/", "https://8.8.8.8:25/", "http://8.8.8.8:6379/"])(
    "refuses the port of %s",
    async (url) => expect(await reasonOf(guard({})(url))).toBe("address_not_allowed"),
  );

  it.each([
    "ftp://example.com/",
    "file:///etc/passwd",
    "gopher://a/",
    "javascript:alert(1)",
    "http://a:b@example.com/",
    "nonsense",
    "http://",
    "",
  ])("refuses %s as no address of the web", async (url) => expect(await reasonOf(guard({})(url))).toBe("bad_url"));

  it("reads foreign letters as the name that they stand for", async () => {
    await expect(guard({ "xn--mnchen-3ya.example": ["8.8.8.8"] })("https://münchen.example/")).resolves.toEqual(["8.8.8.8"]);
  });

  it("lets exactly its own local origins through", async () => {
    const check = guard({}, { localOrigins: ["http://127.0.0.1:4100"] });
    expect(await reasonOf(check("http://127.0.0.1:4100/article"))).toBe("allowed");
    for (const url of [
      "http://127.0.0.1:4101/",
      "http://127.0.0.1/",
      "https://127.0.0.1:4100/",
      "http://127.0.0.2:4100/",
      "http://[::1]:4100/",
    ]) {
      expect(await reasonOf(check(url)), url).toBe("address_not_allowed");
    }
  });

  it("lets the whole local network through where that is switched on, but never to the keys of a cloud", async () => {
    const check = guard({}, { allowLocal: true });
    expect(await reasonOf(check("http://192.168.1.1:5173/"))).toBe("allowed");
    expect(await reasonOf(check("http://169.254.169.254/"))).toBe("address_not_allowed");
    expect(await reasonOf(check("http://8.8.8.8:22/"))).toBe("address_not_allowed");
  });

  it("tells no such name from one that could not be asked", async () => {
    expect(await reasonOf(guard({ "gone.example": [] })("http://gone.example/"))).toBe("unreachable");
    const broken = guardOf({ resolve: () => Promise.reject(new Error("SERVFAIL")), localOrigins: new Set(), allowLocal: false });
    await expect(broken(new URL("http://a.example/"))).rejects.toMatchObject({
      reason: "unreachable",
      message: expect.stringContaining("looked up"),
    });
  });
});
