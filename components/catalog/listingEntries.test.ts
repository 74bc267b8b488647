import { describe, expect, it } from "vitest";
import type { ToolDefinition } from "@/lib/tools/define";
import { listingEntries, shelfName } from "./listingEntries";
import { matchTools } from "./matchTools";

const operation = (name: string, code: string, listing = "weather") =>
  ({
    code,
    slug: `kestrel/${listing}/${name}`,
    category: "F",
    question: `What is the ${name}?`,
    description: "",
    seller: { handle: "kestrel", name: "Kestrel Labs" },
    listing: { name: listing, title: "Weather", description: "Forecasts." },
    tags: ["Meteo"],
  }) as unknown as ToolDefinition;
const figures = { stats: new Map(), told: true };

describe("a seller's listing on the shelves", () => {
  it("is one entry, however many operations it has", () => {
    const tools = [
      { definition: operation("forecast", "F100"), price: 4_000n },
      { definition: operation("tides", "F101"), price: 2_000n },
      { definition: operation("maps", "F102", "atlas"), price: 1n },
    ];
    expect(listingEntries(tools, figures)).toMatchObject([
      { slug: "kestrel/weather", name: "Weather", code: "F100", calls: 2, price: "from $0.002", question: "Forecasts." },
      { slug: "kestrel/atlas", calls: 1, price: "$0.000001" },
    ]);
  });

  it("is found by the words of its operations and by its tags in any case", () => {
    const entries = listingEntries([{ definition: operation("tides", "F101"), price: 1n }], figures);
    for (const word of ["tides", "meteo", "kestrel", "forecasts", "WEATHER"]) expect(matchTools(entries, word), word).toHaveLength(1);
  });

  it("has its figures under one name", () => {
    expect(["kestrel/weather/tides", "chat/completions", "ocr"].map(shelfName)).toEqual(["kestrel/weather", "chat/completions", "ocr"]);
  });
});
