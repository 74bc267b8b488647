import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localSettings } from "@/lib/devnet/localSettings";
import { startUpstream, type TestUpstream } from "@/lib/testing/upstream";
import { guardOf } from "@/lib/web/guard";
import { askNameServers } from "@/lib/web/resolve";
import { readTarget } from "@/lib/web/target";
import { USUAL_POLICY } from "../types";
import { callUpstream } from "./callUpstream";
import { agentFor } from "./ground";

/** What a hostile name server says. */
const NAMES: Record<string, string[]> = {
  "private.test": ["10.0.0.1"],
  "loopback.test": ["127.0.0.1"],
  "mixed.test": ["93.184.216.34", "192.168.1.1"],
  "mapped.test": ["::ffff:127.0.0.1"],
  "metadata.test": ["169.254.169.254"],
  "v6.test": ["fd12:3456::1"],
  "nat64.test": ["64:ff9b::7f00:1"],
  "zero.test": ["0.0.0.0"],
  "shared.test": ["100.64.0.1"],
  "empty.test": [],
  "odd.test": ["localhost"],
};

/** Numbers and reserved names are told as they are; nothing here asks the real name servers. */
const resolve = async (host: string) => NAMES[host] ?? (host.endsWith(".public.test") ? ["93.184.216.34"] : askNameServers(host));

const HOSTILE = [
  // This machine, however it is spelled.
  ...["http://127.0.0.1/", "http://127.0.0.1:8080/", "http://127.1/", "http://127.0.1/", "http://127.255.255.254/", "http://2130706433/"],
  ...["http://017700000001/", "http://0177.0.0.1/", "http://0177.0.0.01/", "http://0x7f000001/", "http://0x7f.0.0.1/", "http://0x7F.1/"],
  ...[
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://a.localhost/",
    "http://a.b.localhost./",
    "http://127.0.0.1./",
  ],
  ...[
    "http://[::1]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[::]/",
  ],
  ...["http://0.0.0.0/", "http://0/", "http://0.0.0.1/", "http://[::ffff:0:127.0.0.1]/"],
  // Digits and dots of other scripts.
  ...[
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://127．0．0．1/",
    "http://１２７.0.0.1/",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "http://127.0.0.1%2e/",
  ],
  // Networks that are nobody else's business.
  ...[
    "http://10.0.0.1/",
    "http://10.255.255.255/",
    "http://012.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.0.1/",
  ],
  ...[
    "http://3232235521/",
    "http://0xc0a80001/",
    "http://100.64.0.1/",
    "http://100.127.255.255/",
    "http://198.18.0.1/",
    "http://192.0.0.1/",
  ],
  ...["http://192.0.2.1/", "http://198.51.100.1/", "http://203.0.113.1/", "http://[fd00::1]/", "http://[fc00::1]/", "http://[fec0::1]/"],
  // Link-local, and where clouds keep their keys.
  ...["http://169.254.169.254/", "http://169.254.0.1/", "http://2852039166/", "http://0xa9fea9fe/", "http://0251.0376.0251.0376/"],
  ...[
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[fd00:ec2::254]/",
    "http://168.63.129.16/",
  ],
  ...["http://100.100.100.200/", "http://192.0.0.192/", "http://169.254.169.254./latest/meta-data/"],
  // IPv4 inside IPv6.
  ...["http://[64:ff9b::7f00:1]/", "http://[64:ff9b::a9fe:a9fe]/", "http://[64:ff9b:1::a00:1]/", "http://[2002:7f00:1::]/"],
  ...["http://[2002:a9fe:a9fe::1]/", "http://[2001:0:7f00:1::1]/", "http://[2001:db8::1]/", "http://[100::1]/"],
  // To many at once.
  ...[
    "http://255.255.255.255/",
    "http://224.0.0.1/",
    "http://239.255.255.250:8080/",
    "http://240.0.0.1/",
    "http://[ff02::1]/",
    "http://192.88.99.1/",
  ],
  // Names that lead there.
  ...Object.keys(NAMES).map((name) => `http://${name}/`),
  "https://private.test./",
  // Ports, schemes and addresses of other kinds.
  ...[
    "http://93.184.216.34:22/",
    "http://93.184.216.34:25/",
    "https://a.public.test:5432/",
    "http://a.public.test:6379/",
    "http://a.public.test:65535/",
  ],
  ...[
    "ftp://a.public.test/",
    "file:///etc/passwd",
    "gopher://a.public.test/",
    "data:text/plain,hi",
    "javascript:alert(1)",
    "unix:/var/run/docker.sock",
  ],
  ...["ws://a.public.test/", "blob:http://a.public.test/1", "//a.public.test/", "http://", "http:///", "http://user:pass@a.public.test/"],
  ...[
    "http://user@a.public.test/",
    "http://127.0.0.1\\@a.public.test/",
    "http://a.public.test:80@127.0.0.1/",
    "http://999.1.1.1/",
    "http://[::1/",
    "",
    "a.public.test",
  ],
];

const KEPT = { id: "lst_hostile", policy: { ...USUAL_POLICY, timeoutMs: 2_000 }, secret: null, signingKey: null };
const request = { method: "GET" as const, path: "/x", query: [], headers: {}, body: null };

let upstream: TestUpstream;
beforeAll(async () => {
  Object.assign(process.env, localSettings("postgres://x@127.0.0.1:1/x", "http://127.0.0.1:9", []));
  upstream = await startUpstream();
});
afterAll(() => upstream.close());

const rules = { resolve, localOrigins: new Set<string>(), allowLocal: false };
const call = (upstreamUrl: string, path = "/x", agent = agentFor(rules)) =>
  callUpstream({
    listing: { ...KEPT, upstream: upstreamUrl },
    tool: "a/b/c",
    request: { ...request, path },
    accept: "*/*",
    userAgent: "test",
    caller: undefined,
    signal: new AbortController().signal,
    agent,
  });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "let through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

describe(`${HOSTILE.length} hostile upstreams`, () => {
  it("are at least sixty, and no two the same", () => {
    expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  });

  it.each(HOSTILE)("the guard refuses %s", async (url) => {
    const guard = guardOf(rules);
    expect(await reasonOf(Promise.resolve().then(() => guard(readTarget(url))))).toMatch(/^(address_not_allowed|bad_url|unreachable)$/);
  });

  it.each(HOSTILE)("the gateway does not call %s", async (url) => {
    expect(await reasonOf(call(url))).toBe("upstream_unreachable");
  });

  it("the guard lets a public address through", async () => {
    expect(await guardOf(rules)(readTarget("https://a.public.test/"))).toEqual(["93.184.216.34"]);
  });
});

describe("what an upstream can't do", () => {
  it("lead to a private address by a redirect, by any of these spellings", async () => {
    const agent = agentFor({ ...rules, localOrigins: new Set([upstream.origin]) });
    for (const kind of ["private", "metadata", "file", "nowhere", "loop"]) {
      expect(await reasonOf(call(upstream.origin, `/redirect/${kind}`, agent)), kind).toMatch(/^upstream_(unreachable|redirects)$/);
    }
    expect(await reasonOf(call(upstream.origin, "/redirect/here", agent))).toBe("let through");
  });

  it("lead to this machine under another of its names than the one that is allowed", async () => {
    const agent = agentFor({ ...rules, localOrigins: new Set([upstream.origin]) });
    const { port } = new URL(upstream.origin);
    const asked = upstream.seen.length;
    for (const host of ["localhost", "127.0.0.2", "[::1]", "[::ffff:127.0.0.1]", "loopback.test"]) {
      expect(await reasonOf(call(`http://${host}:${port}`, "/echo", agent)), host).toBe("upstream_unreachable");
    }
    expect(await reasonOf(call(`https://127.0.0.1:${port}`, "/echo", agent))).toBe("upstream_unreachable");
    expect(upstream.seen.length).toBe(asked);
  });

  it("change its address between the look and the connection", async () => {
    let looks = 0;
    const rebinding = async () => {
      looks += 1;
      return looks === 1 ? ["93.184.216.34"] : ["127.0.0.1"];
    };
    const { port } = new URL(upstream.origin);
    const asked = upstream.seen.length;
    const guard = guardOf({ ...rules, resolve: rebinding });
    expect(await guard(readTarget("http://rebind.test/"))).toEqual(["93.184.216.34"]);
    // The second look is the one that the connection is made by, and it is checked itself.
    expect(await reasonOf(call(`http://rebind.test:${port}`, "/echo", agentFor({ ...rules, resolve: rebinding })))).toBe(
      "upstream_unreachable",
    );
    expect([looks, upstream.seen.length]).toEqual([2, asked]);
  });

  it("be left by a path that climbs out of it or names another host", async () => {
    const agent = agentFor({ ...rules, localOrigins: new Set([upstream.origin]) });
    const asked = upstream.seen.length;
    for (const path of ["/../admin", "/%2e%2e/admin", "/..%5cadmin/../../x", "/x?y=1", "/x#y"]) {
      const reason = await reasonOf(call(`${upstream.origin}/echo/v1`, path, agent));
      expect(reason, path).toBe("upstream_unusable");
    }
    expect(upstream.seen.length).toBe(asked);
    for (const path of ["//127.0.0.2/x", "/@127.0.0.2/x", "/http://127.0.0.2/x"]) {
      expect(await reasonOf(call(`${upstream.origin}/echo/v1`, path, agent)), path).toBe("let through");
      expect(upstream.seen.at(-1)?.url).toBe(`/echo/v1${path}`);
    }
  });
});
