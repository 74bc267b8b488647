import { paymentNetwork } from "../chains";
import type { Market } from "./market";

/** What the terminal shows once the market is open. */
export function greet(market: Market, dir: string): string {
  const { wallets, sampleTokens } = market;
  const where = wallets ? "a local chain, test money only" : paymentNetwork(market.network as "eip155:8453").name;
  const lines = ["", `  Coinslot is open at ${market.url}`, `  Payments are taken on ${where}.`, ""];
  if (wallets) {
    lines.push(`  Test wallet    ${wallets.buyer.address}  USDC of the local chain, no ETH`);
    if (market.sampleApi) lines.push(`  Sample API     ${market.sampleApi}/openapi.json  an API to list and sell`);
    if (market.sampleSite) lines.push(`  Sample site    ${market.sampleSite}  pages to try the web tools on`);
    lines.push("");
    const width = Math.max(0, ...sampleTokens.map(({ name }) => name.length));
    lines.push("  Sample tokens", ...sampleTokens.map(({ name, address, what }) => `    ${name.padEnd(width)}  ${address}  ${what}`), "");
    const token = sampleTokens[0]?.address ?? market.asset;
    lines.push("  One paid call, from another terminal:", `    npm run call -- token-safety '{"token":"${token}"}'`, "");
  }
  lines.push(`  Ctrl-C stops it. Logs are in ${dir}/logs.`, "");
  return lines.join("\n");
}
