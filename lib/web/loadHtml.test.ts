import { describe, expect, it } from "vitest";
import { loadHtml } from "./loadHtml";

const tag = (n: number) => Array.from({ length: n }, (_, index) => `<b id=${index}>`).join("");

describe("a page as a tree", () => {
  it("is what a browser makes of it, wherever it is parted", async () => {
    const filler = "🍞".repeat(3_000);
    for (const shift of ["", "x", "xy", "xyz"]) {
      const { $, cut } = await loadHtml(`<!doctype html>${shift}<p class="a&amp;b">one<p>two ${filler}<table><tr><td>cell</table>`);
      expect(cut).toBe(false);
      expect($("p").first().attr("class")).toBe("a&b");
      expect($("p").eq(1).text()).toBe(`two ${filler}`);
      expect($("tbody td").text()).toBe("cell");
    }
  });

  it.each([
    ["nests deeper than browsers go", "<div>".repeat(200_000)],
    ["multiplies its own tags", `<div>${tag(500)}</div>${"<div>x</div>".repeat(100_000)}`],
    ["has more elements than anybody reads", "<p>x".repeat(300_000)],
    ["hides an endless list of attributes in a tag", `<p>first</p><a ${Array.from({ length: 150_000 }, (_, n) => `a${n}=1`).join(" ")}>`],
  ])(
    "is cut where it %s",
    async (_, html) => {
      const began = performance.now();
      const { $, cut } = await loadHtml(html);
      expect(cut).toBe(true);
      expect($("*").length).toBeLessThanOrEqual(100_000);
      expect(() => $.root().text()).not.toThrow();
      expect(performance.now() - began).toBeLessThan(15_000);
    },
    30_000,
  );

  it("lets others have their turn", async () => {
    let turns = 0;
    let over = false;
    const count = () => {
      turns += 1;
      if (!over) setImmediate(count);
    };
    setImmediate(count);
    await loadHtml("<p>word</p>".repeat(90_000));
    over = true;
    expect(turns).toBeGreaterThan(1);
  });
});
