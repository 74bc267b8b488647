/** Another process of the same market: takes requests over its standard input, one JSON line each. For tests. */
import { createInterface } from "node:readline";
import { engine } from "@/lib/settlement/engine";
import { echoTool } from "./echoTool";
import { post } from "./requests";

const { tool, runs } = echoTool(async (text) => {
  if (text === "slowly") await new Promise((resolve) => setTimeout(resolve, 1_500));
  return { text };
});
// As the health route does when a market opens: what a crash left is finished without waiting for a call.
engine();
process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  const { key, input, headers } = JSON.parse(line) as { key?: string; input: unknown; headers: Record<string, string> };
  void post(tool, input, headers).then(async (r) => {
    process.stdout.write(
      `${JSON.stringify({ key, status: r.status, body: await r.text(), id: r.headers.get("X-Payment-Id"), runs: runs() })}\n`,
    );
  });
}
