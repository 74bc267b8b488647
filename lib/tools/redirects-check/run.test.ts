import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "@/lib/devnet/sampleSite";
import { ToolRefusal } from "@/lib/tools/refusal";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web, WebAnswer } from "@/lib/web/types";
import { run } from "./run";
import { output } from "./schema";

let sample: SampleSite;
let site: Site;
let web: Web;

beforeAll(async () => {
  sample = await startSampleSite();
  site = await startSite((asked, answer) => {
    const url = new URL(asked.url ?? "/", "http://x");
    const to = (status: number, location: string) => void answer.writeHead(status, { location }).end();
    const page = (html: string, headers = {}) => void answer.writeHead(200, { "content-type": "text/html", ...headers }).end(html);
    switch (url.pathname) {
      case "/loop":
        return to(301, "/loop2");
      case "/loop2":
        return to(302, "/loop#again");
      case "/self":
        return to(301, "/self");
      case "/endless":
        return to(301, `/endless?n=${Number(url.searchParams.get("n") ?? 0) + 1}`);
      case "/inside":
        return to(301, "http://10.0.0.1/");
      case "/mail":
        return to(301, "mailto:a@b.example");
      case "/nowhere":
        return void answer.writeHead(302).end();
      case "/meta":
        return page('<meta http-equiv="Refresh" content="0; URL=\'/canonical\'">');
      case "/slow-meta":
        return page('<meta http-equiv="refresh" content="600; url=/canonical">');
      case "/reload":
        return page('<meta http-equiv="refresh" content="5">');
      case "/header":
        return page("", { refresh: "1;url=/canonical" });
      case "/canonical":
        return page('<link rel="canonical" href="/other">');
      case "/moved":
        return to(308, "/circle");
      case "/circle":
        return page('<link rel="canonical" href="/moved">');
      default:
        return page("<title>x</title>");
    }
  });
  web = testWeb([{ ...site, origin: sample.origin }, site]);
});
afterAll(() => Promise.all([sample.close(), site.close()]));

const check = async (url: string) => output.parse(await run({ url }, webContext(web)));
const here = (path: string) => check(`${site.origin}${path}`);
const ids = (answer: Awaited<ReturnType<typeof check>>) => answer.findings.map(({ id }) => id);

describe("where an address leads", () => {
  it("is told step by step", async () => {
    const answer = await check(`${sample.origin}/old#part`);
    expect(answer).toMatchObject({
      outcome: "page",
      ends_at: `${sample.origin}/article`,
      status: 200,
      redirects: 2,
      canonical: { same: true },
    });
    expect(answer.chain.map(({ url, status, permanent }) => [new URL(url).pathname, status, permanent])).toEqual([
      ["/old", 301, true],
      ["/older", 301, true],
      ["/article", 200, null],
    ]);
    expect(ids(answer)).toEqual(["length", "variants", "arrives", "canonical"]);
    expect(answer.summary).toBe("2 redirects lead to an answer of 200.");
  });

  it("may be nowhere else", async () => {
    expect(await here("/plain")).toMatchObject({ outcome: "page", redirects: 0, summary: "It answers 200 itself, without a redirect." });
    expect(await check(`${sample.origin}/missing`)).toMatchObject({
      status: 404,
      findings: [{ id: "status", severity: "error" }, { id: "variants" }],
    });
    expect(ids(await here("/nowhere"))).toContain("no_location");
  });

  it("may be a circle, or a way without end", async () => {
    expect(await here("/loop")).toMatchObject({ outcome: "loop", redirects: 2, status: null });
    expect(await here("/self")).toMatchObject({ outcome: "loop", redirects: 1 });
    const endless = await here("/endless");
    expect([endless.outcome, endless.chain.length]).toEqual(["too_many", 20]);
  });

  it("may be where nobody may go, and the chain so far is told", async () => {
    expect(await here("/inside")).toMatchObject({
      outcome: "stopped",
      stopped_by: { reason: "address_not_allowed" },
      ends_at: "http://10.0.0.1/",
    });
    expect(await here("/mail")).toMatchObject({ outcome: "stopped", stopped_by: { reason: "bad_url" }, ends_at: "mailto:a@b.example" });
    await expect(check("http://10.0.0.1/")).rejects.toMatchObject({ reason: "address_not_allowed" });
  });

  it("may be said by a refresh, which is a fault", async () => {
    const answer = await here("/meta");
    expect(answer.chain[0]).toMatchObject({
      status: 200,
      leads_by: "meta refresh",
      location: `${site.origin}/canonical`,
      delay_seconds: 0,
    });
    expect(ids(answer)).toContain("refresh");
    expect((await here("/header")).chain[0]).toMatchObject({ leads_by: "refresh header", delay_seconds: 1 });
    expect((await here("/slow-meta")).redirects).toBe(0);
    expect((await here("/reload")).redirects).toBe(0);
  });

  it("is compared with what the page calls itself", async () => {
    expect(await here("/canonical")).toMatchObject({ canonical: { url: `${site.origin}/other`, same: false } });
    expect(ids(await here("/canonical"))).toContain("canonical.other");
    expect(ids(await here("/moved"))).toContain("canonical.redirects");
  });
});

/** The internet's edge, where a test has no names of its own: what each address answers. */
function shop(answers: Record<string, string | number>): Web {
  const fetch: Web["fetch"] = async (url) => {
    const known = answers[url];
    if (known === undefined) throw new ToolRefusal("unreachable", "There is no host of that name.");
    const [status, headers] = typeof known === "string" ? [301, { location: known }] : [known, {}];
    const answer: WebAnswer = {
      ...{ url, status, headers, setCookies: [], body: Buffer.alloc(0), truncated: false, hops: [] },
      ...{ firstByteMs: 1, totalMs: 1, fetchedAt: new Date(), ageSeconds: 0 },
    };
    return answer;
  };
  return { ...web, fetch };
}

describe("the other forms of an address", () => {
  const checkShop = async (answers: Record<string, string | number>, url = "https://shop.example/a?b") =>
    output.parse(await run({ url }, webContext(shop(answers))));

  it("all end at one place where things are right", async () => {
    const answer = await checkShop({
      "https://shop.example/a?b": 200,
      "http://shop.example/a?b": "https://shop.example/a?b",
      "https://www.shop.example/a?b": "https://shop.example/a?b",
      "http://www.shop.example/a?b": "https://www.shop.example/a?b",
    });
    expect(answer.variants.map(({ redirects }) => redirects)).toEqual([0, 1, 1, 2]);
    expect(answer.findings.every(({ severity }) => severity === "pass")).toBe(true);
  });

  it("are told where they stay on http, end elsewhere, or are not there", async () => {
    const answer = await checkShop({
      "https://shop.example/a?b": 200,
      "http://shop.example/a?b": 200,
      "https://www.shop.example/a?b": 200,
    });
    expect(ids(answer).filter((id) => id.startsWith("variants"))).toEqual(["variants.ends", "variants.http", "variants.silent"]);
    expect(answer.variants.at(-1)).toMatchObject({ url: "http://www.shop.example/a?b", fault: "There is no host of that name." });
  });

  it("of a name below are http and https only, and a fall back to http is an error", async () => {
    const answer = await checkShop(
      { "https://eu.shop.example/": "http://eu.shop.example/", "http://eu.shop.example/": 200 },
      "https://eu.shop.example/",
    );
    expect(answer.variants.map(({ url }) => url)).toEqual(["https://eu.shop.example/", "http://eu.shop.example/"]);
    expect(answer.findings[0]).toMatchObject({ id: "downgrade", severity: "error" });
  });
});
