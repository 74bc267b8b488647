import { readFileSync } from "node:fs";
import { join } from "node:path";
import { endSpecThread, readSpec } from "@/lib/specs/readSpec";
import { largeSpec } from "@/lib/specs/testdata/largeSpec";

/** `npm run bench:specs`: how long descriptions take to be read, from text to operations, with the thread that does it. */
const github = readFileSync(join(process.cwd(), "node_modules", "@github", "openapi", "dist", "api.github.com.json"), "utf8");
const modules = join(process.cwd(), "node_modules");
const texts: [string, string][] = [
  ["first of all (starts the thread)", largeSpec(1)],
  ["generated, 1,000 operations", largeSpec(1_000)],
  ["generated, 5,000 operations", largeSpec(5_000)],
  ["GitHub, JSON", github],
  ["Figma, YAML", readFileSync(join(modules, "@figma", "rest-api-spec", "openapi", "openapi.yaml"), "utf8")],
  ["Star Trek, JSON", readFileSync(join(modules, "@readme", "oas-examples", "3.0", "json", "star-trek.json"), "utf8")],
];

for (const [name, text] of texts) {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const started = performance.now();
  const read = await readSpec(text);
  const took = performance.now() - started;
  clearInterval(beat);
  const operations = read.ok ? `${read.spec.operations.length} operations` : (read.faults[0]?.code ?? "");
  const size = `${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`;
  console.log(
    `${name.padEnd(34)} ${size.padStart(8)} ${operations.padStart(16)} ${took.toFixed(0).padStart(6)} ms   server held up at most ${longest.toFixed(0)} ms`,
  );
}
await endSpecThread();
