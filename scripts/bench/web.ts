/** `npm run bench:web`: every web tool over the sample site, 10 callers at a time and then 50. Nothing is paid and nothing leaves the machine. */
import { catalog } from "@/lib/tools/catalog";
import { openBench } from "./web/measure";
import { tableOf } from "./web/table";
import type { WebRow } from "./web/types";

const USAGE = "npm run bench:web -- [--seconds 4] [--tool seo-audit,link-preview]";

type Options = { seconds: number; slugs: string[] };

function readOptions(args: readonly string[]): Options {
  const all = catalog.filter(({ category }) => category === "C").map(({ slug }) => slug);
  const options: Options = { seconds: 4, slugs: all };
  for (let at = 0; at < args.length; at += 2) {
    const [flag, value = ""] = [args[at], args[at + 1]];
    if (flag === "--seconds" && Number(value) > 0 && Number(value) <= 60) options.seconds = Number(value);
    else if (flag === "--tool" && value.split(",").every((slug) => all.includes(slug))) options.slugs = value.split(",");
    else throw new Error(`${flag} ${value} is not known here. Web tools: ${all.join(", ")}.\n${USAGE}`);
  }
  return options;
}

try {
  const { seconds, slugs } = readOptions(process.argv.slice(2));
  const bench = await openBench();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      bench.stop();
      process.exit(130);
    });
  }
  const rows: WebRow[] = [];
  const left: string[] = [];
  for (const slug of slugs) {
    console.error(`${slug} …`);
    const measured = await bench.measure(slug, seconds);
    if (typeof measured === "string") left.push(`${slug}: not measured. ${measured}`);
    else rows.push(...measured);
  }
  bench.stop();
  console.log([tableOf(rows), ...left].join("\n"));
  console.log(`\n10 callers for ${seconds} s and 50 for ${seconds / 2} s, on ${process.version}; the sample site shares the machine.`);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
