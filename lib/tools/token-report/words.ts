import { formatUnits } from "viem";

const DECIMALS = { WETH: 18, USDC: 6 } as const;
const PLACES = 4;

/** Hundredths of a percent as people read them. */
export function percent(bps: number): string {
  return `${bps / 100}%`;
}

/** An amount of ether or dollars, cut after some places. */
export function amount(atomic: string | bigint, symbol: keyof typeof DECIMALS): string {
  const [whole = "0", fraction = ""] = formatUnits(BigInt(atomic), DECIMALS[symbol]).split(".");
  const name = symbol === "WETH" ? "ETH" : symbol;
  const kept = fraction.slice(0, PLACES).replace(/0+$/, "");
  if (whole === "0" && kept === "" && BigInt(atomic) > 0n) return `less than 0.0001 ${name}`;
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${kept === "" ? "" : `.${kept}`} ${name}`;
}

/** What a contract calls itself, as a quotation: it can neither end the quotation nor go on for long. */
export function quoted(text: string | null): string {
  return text === null ? "one without a name" : `“${text.replace(/["“”„]/g, "").slice(0, 24)}”`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

export function often(count: number): string {
  return ["never", "once", "twice"][count] ?? `${count} times`;
}

/** The day of an ISO time. */
export function day(iso: string | null): string {
  return iso === null ? "at a time that our node does not tell" : `on ${iso.slice(0, 10)}`;
}
