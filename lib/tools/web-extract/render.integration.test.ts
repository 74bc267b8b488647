import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserPool } from "@/lib/web/browser/browserPool";
import { renderPage } from "@/lib/web/browser/renderPage";
import { CHROMIUM, testPool } from "@/lib/web/browser/testdata/browser";
import { endPageThreads } from "@/lib/web/extract/threads";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { definition } from "./definition";
import { ready } from "./ready";
import { extract } from "./run";
import { input, output } from "./schema";

const WORDS = "Flour, water and salt are mixed in the evening. ";

let site: Site;
let web: Web;
let pool: BrowserPool;

beforeAll(async () => {
  site = await startSite((asked, answer) => {
    const send = (body: string, type = "text/html; charset=utf-8", status = 200) =>
      void answer.writeHead(status, { "content-type": type }).end(body);
    const built = `<title>Shop</title><div id="root"></div><noscript>Please enable JavaScript.</noscript>
      <script>document.querySelector("#root").innerHTML = "<h1>Rye</h1><p>${WORDS.repeat(3)}</p><p style='display:none'>SECRET</p><a href='/more'>More</a>"</script>`;
    if (asked.url === "/built") return send(built);
    if (asked.url === "/leads-on") return send("<script>location = '/built'</script>");
    if (asked.url === "/gone") return send("<p>gone</p>", "text/html", 404);
    if (asked.url === "/plain") return send("just words", "text/plain");
    send("User-agent: *\nAllow: /\n", "text/plain");
  });
  web = testWeb([site]);
  pool = testPool();
});
afterAll(() => Promise.all([pool.close(), site.close(), endPageThreads()]));

const read = async (path: string, more: object = { render: true }) => {
  const asked = input.parse({ url: `${site.origin}${path}`, include_links: true, ...more });
  return output.parse(await extract(asked, webContext(web), (url, signal) => renderPage(url, signal, { through: web, pool })));
};

describe.skipIf(CHROMIUM === null)("a page that scripts build", () => {
  it("is empty without them, and read with a browser", async () => {
    await expect(read("/built", {})).rejects.toMatchObject({ reason: "no_text" });
    const answer = await read("/built");
    expect(answer).toMatchObject({ rendered: true, kind: "page", title: "Shop", page: { status: 200 } });
    expect(answer.markdown).toBe(`# Rye\n\n${WORDS.repeat(3).trim()}\n\n[More](${site.origin}/more)`);
    expect(answer.hidden).toMatchObject({ elements: 1, characters: 6 });
  });

  it("is told where the browser came to in the end", async () => {
    const answer = await read("/leads-on");
    expect(answer.page.url).toBe(`${site.origin}/built`);
    expect(answer.markdown).toContain("Rye");
  });

  it("that answers with an error is no answer", async () => {
    await expect(read("/gone")).rejects.toMatchObject({ reason: "page_error" });
  });

  it("needs none for what is no page", async () => {
    expect(await read("/plain")).toMatchObject({ rendered: false, kind: "text", markdown: "just words" });
  });
});

it("a browser that is missing is told before any price", () => {
  const context = webContext(web);
  const missing = () => "There is none.";
  const asked = input.parse({ url: "https://a.example/", render: true });
  expect(() => ready(asked, context, missing)).toThrow(expect.objectContaining({ reason: "browser_missing", kind: "unavailable" }));
  expect(definition.faults.map(({ reason }) => reason)).toContain("browser_missing");
  expect(() => ready({ ...asked, render: false }, context, missing)).not.toThrow();
  expect(() => ready(asked, context, () => null)).not.toThrow();
});
