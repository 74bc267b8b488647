import { afterAll, describe, expect, it } from "vitest";
import { loadHtml } from "../loadHtml";
import { extractHtml } from "./extractHtml";
import { endPageThreads } from "./threads";

afterAll(endPageThreads);

const URL_OF = "https://site.example/dir/page";
const never = new AbortController().signal;
const extract = async (html: string, options = { links: true, images: true }) =>
  extractHtml(await loadHtml(html), html, URL_OF, options, never);
const body = async (inner: string, head = "") => extract(`<html lang="en"><head>${head}</head><body>${inner}</body></html>`);
const markdown = async (inner: string, head = "") => (await body(inner, head)).markdown;

const TEXT = "Flour, water and salt are mixed in the evening, and the dough is left alone until the morning comes. ";

describe("the Markdown of a page", () => {
  it("holds the article without what stands around it", async () => {
    const found = await extract(`<html><head><title>Bread</title></head><body>
      <nav><ul><li><a href="/a">Menu one</a></li><li><a href="/b">Menu two</a></li></ul></nav>
      <article><h1>Bread</h1>${`<p>${TEXT.repeat(4)}</p>`.repeat(4)}<p><a href="more">More</a></p></article>
      <footer>Copyright</footer></body></html>`);
    expect(found.method).toBe("readability");
    expect(found.markdown).toContain("Flour, water and salt");
    expect(found.markdown).toContain("[More](https://site.example/dir/more)");
    expect(found.markdown).not.toMatch(/Menu one|Copyright/);
  });

  it("is of the whole body where there is no article", async () => {
    const found = await body("<nav><a href='/a'>One</a></nav><h2>Hours</h2><p>9 to 5</p>");
    expect(found).toMatchObject({ method: "body", markdown: "[One](https://site.example/a)\n\n## Hours\n\n9 to 5" });
  });

  it("keeps tables, with or without a head, and takes those apart that only lay out", async () => {
    expect(
      await markdown(
        "<table><tr><th>A</th><th>B|C</th></tr><tr><td>1<p>two</p></td><td>x</td></tr><tr><td colspan=2>wide</td></tr></table>",
      ),
    ).toBe("| A | B\\|C |\n| --- | --- |\n| 1 two | x |\n| wide |  |");
    expect(await markdown("<table><caption>Cap</caption><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>")).toBe(
      "Cap\n\n| 1 | 2 |\n| --- | --- |\n| 3 |  |",
    );
    expect(
      await markdown("<table><tr><td><h2>Left</h2><table><tr><td>a</td><td>b</td></tr></table></td><td><p>Right</p></td></tr></table>"),
    ).toBe("## Left\n\n| a | b |\n| --- | --- |\n\nRight");
  });

  it("keeps code as it is, with its language and a fence that holds", async () => {
    expect(await markdown('<pre><code class="hljs language-js">if (a &lt; b) {\n  c();<br>}</code></pre>')).toBe(
      "```js\nif (a < b) {\n  c();\n}\n```",
    );
    expect(await markdown('<div class="highlight-source-python"><pre>print("a")\n```</pre></div>')).toBe(
      '````python\nprint("a")\n```\n````',
    );
    expect(await markdown("<p>Use <code>a*b_c <i>d</i></code> and <code>`x`</code></p>")).toBe("Use `a*b_c d` and `` `x` ``");
  });

  it("keeps lists, their numbers and their ticks", async () => {
    expect(
      await markdown(
        "<ul><li>a<ul><li>b</li></ul></li><li><input type=checkbox checked> done</li></ul><ol start=3><li>x</li><li>y</li></ol>",
      ),
    ).toBe("- a\n  - b\n- [x]  done\n\n3. x\n4. y");
  });

  it("has no mark-up of its own in what was text", async () => {
    expect(await markdown("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; *x* [y](z) <del>old</del></p>")).toBe(
      "\\<script>alert(1)\\</script> \\&lt; \\*x\\* \\[y\\](z) ~~old~~",
    );
  });

  it("makes every address a full one, by the base that the page names, and keeps none that runs code", async () => {
    const found = await body(
      `<a href="x">a</a> <a href="javascript:alert(1)">b</a> <a href="#part">c</a> <a href=" HTTPS://Other.Example/(1) ">d</a> <a href="mailto:a@b.example">e</a>
       <img src="data:image/png;base64,AA" data-src="/real.png" alt="A  [pic]"> <img src="p.png" alt=""> <h2>Head<a href="#head">¶</a></h2>`,
      '<base href="/base/">',
    );
    expect(found.markdown.split(/\s*\n\s*/)).toEqual([
      "[a](https://site.example/base/x) b c [d](https://other.example/%281%29) [e](mailto:a@b.example) ![A \\[pic\\]](https://site.example/real.png) ![](https://site.example/base/p.png)",
      "## Head",
    ]);
    expect(found.links).toMatchObject({ total: 3, first: [{ text: "a" }, { text: "d" }, { text: "e" }] });
    expect(found.images).toEqual({
      total: 2,
      first: [
        { url: "https://site.example/real.png", alt: "A [pic]" },
        { url: "https://site.example/base/p.png", alt: "" },
      ],
    });
  });

  it("leaves addresses and pictures out where nobody asked for them, and counts them all the same", async () => {
    const html = "<p><a href='/a'>One</a> <img src='/i.png' alt='pic'> two</p>";
    const found = await extract(html, { links: false, images: false });
    expect(found.markdown).toBe("One two");
    expect([found.links.total, found.images.total]).toEqual([1, 1]);
  });

  it("turns a link around whole blocks into one line", async () => {
    expect(await markdown("<a href='/c'><h3>Card</h3><p>text</p></a>")).toBe("[Card text](https://site.example/c)");
  });
});

describe("what people don't see", () => {
  const seen = "<p>Seen by all.</p>";
  it.each([
    ["display", '<p style="color:red; DISPLAY : none">SECRET</p>'],
    ["important", '<p style="display:none!important">SECRET</p>'],
    ["visibility", '<p style="visibility:hidden">SECRET</p>'],
    ["opacity", '<p style="opacity:0.0">SECRET</p>'],
    ["font size", '<p style="font-size:0">SECRET</p>'],
    ["one pixel", '<p style="font-size:1px">SECRET</p>'],
    ["off screen", '<p style="position:absolute;left:-9999px">SECRET</p>'],
    ["indent", '<p style="text-indent:-99em">SECRET</p>'],
    ["clip", '<p style="clip:rect(0,0,0,0)">SECRET</p>'],
    ["clip path", '<p style="clip-path:inset(50%)">SECRET</p>'],
    ["no height", '<p style="height:0;overflow:hidden">SECRET</p>'],
    ["own colour", '<p style="color:#fff;background:#fff">SECRET</p>'],
    ["attribute", "<p hidden>SECRET</p>"],
    ["aria", '<div aria-hidden="true"><p>SECRET</p></div>'],
    ["class", '<span class="btn sr-only">SECRET</span>'],
    ["template", "<template><p>SECRET</p></template>"],
    ["comment", "<!-- SECRET -->"],
    [
      "rule of the page",
      "<style>/* x { */ .promo, #z { display: none } @media print { p { display:none } }</style><p class='a promo'>SECRET</p>",
    ],
    ["script", "<script>document.write('SECRET')</script>"],
    ["drawing", "<svg><text>SECRET</text></svg>"],
    ["form", "<textarea>SECRET</textarea><select><option>SECRET</option></select>"],
  ])("is left out: %s", async (_, html) => {
    expect(await markdown(html + seen)).toBe("Seen by all.");
  });

  it("is counted", async () => {
    const { hidden } = await body(`<div hidden>12345<i style="display:none">678</i></div><p aria-hidden="true"> </p>${seen}`);
    expect(hidden).toEqual({ elements: 1, characters: 8 });
  });

  it("is not what only looks like it", async () => {
    const shown = `<style>.tab{display:none} .tab.open{display:block} @media print{.p{display:none}}</style>
      <p class="tab open">One</p><p class="p">Two</p><p style="opacity:0;transform:translateY(8px)">Three</p>
      <p hidden="until-found">Four</p><p style="position:absolute;left:-20px">Five</p><p style="opacity:0.5">Six</p>`;
    expect((await markdown(shown)).split(/\s+/)).toEqual(["One", "Two", "Three", "Four", "Five", "Six"]);
  });
});

describe("what a page says of itself", () => {
  it("comes from its head and its data, the one for readers first", async () => {
    const { metadata } = await body(
      "<p>x</p>",
      `<title>Tag</title><meta property="og:title" content="Open"><meta property="article:published_time" content="2026-03-14T08:00:00+01:00">
       <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@id":"#p","@type":"Person","name":"Ann  Lee"},
       {"@type":"NewsArticle","headline":"Ld","author":[{"@id":"#p"},"Bo"],"publisher":{"name":"Paper"},"dateModified":"April 2, 2026"}]}</script>`,
    );
    expect(metadata).toEqual({
      title: "Open",
      author: "Ann Lee, Bo",
      site: "Paper",
      published: "2026-03-14T08:00:00+01:00",
      modified: "2026-04-02",
      description: null,
      language: "en",
      article: true,
    });
  });
});

describe("a page that means harm", () => {
  it.each([
    ["deep", "<div>".repeat(50_000) + TEXT],
    ["many", "<b>a</b>".repeat(200_000)],
    ["heavy attributes", `<p class="${"a ".repeat(250_000)}" style="${"a:b;".repeat(125_000)}">${TEXT}</p>`],
    ["ticks", `<p>${"`".repeat(200_000)}</p><pre>${"```\n".repeat(50_000)}</pre>`],
    ["spaces", `<p>x<span>y${"\u00a0 ".repeat(200_000)}</span>z</p>`],
  ])(
    "is read without holding up the others: %s",
    async (_, inner) => {
      const html = `<body>${inner}</body>`;
      const loaded = await loadHtml(html);
      const before = process.threadCpuUsage();
      await extractHtml(loaded, html, URL_OF, { links: true, images: true }, never);
      const { user, system } = process.threadCpuUsage(before);
      // Of this thread's own time, which others on the machine don't change; most of the work takes a thread of its own.
      expect((user + system) / 1_000).toBeLessThan(1_000);
    },
    40_000,
  );

  it("is given up with the call, and the next is read by another thread", async () => {
    const html = `<body>${"<li>item".repeat(90_000)}</body>`;
    const loaded = await loadHtml(html);
    const stop = new AbortController();
    const reading = extractHtml(loaded, html, URL_OF, { links: false, images: false }, stop.signal);
    setTimeout(() => stop.abort(), 50);
    await expect(reading).rejects.toMatchObject({ reason: "too_slow", kind: "timeout" });
    expect(await markdown("<p>Still here.</p>")).toBe("Still here.");
  }, 30_000);
});

it("the line about the author stays in the text, and is told besides", async () => {
  const found = await extract(`<html><head><title>Bread</title></head><body><article><h1>Bread</h1>
    <p>By <a rel="author" href="/mara">Mara Lindqvist</a>, 14 March</p>${`<p>${TEXT.repeat(4)}</p>`.repeat(4)}</article></body></html>`);
  expect(found.byline).toBe("Mara Lindqvist");
  expect(found.markdown).toContain("By [Mara Lindqvist](https://site.example/mara), 14 March");
});

it("long white space is cut short, and words around it stay", async () => {
  const gap = "\u00a0 ".repeat(1_000);
  expect((await markdown(`<p>one${gap}two${gap}</p>`)).split(/\s+/)).toEqual(["one", "two"]);
});
