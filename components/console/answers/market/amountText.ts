import { formatUnits } from "viem";
import type { TokenAnswer } from "@/lib/chain/answerShapes";

const DIGITS = 6;
/** Supplies of joke tokens are longer than any column. */
const MOST_DIGITS = 15;

/** `1,234.5678 WETH`: six digits that count, for people; the exact amount is in the answer. */
export function amountText(atomic: string, token: TokenAnswer): string {
  const symbol = token.symbol ?? "of a nameless token";
  if (token.decimals === null) return `${atomic} units ${symbol}`;
  return `${shortDecimal(formatUnits(BigInt(atomic), token.decimals))} ${symbol}`;
}

/** Decimal text cut to six digits that count, thousands with commas; huge ones by their power of ten. */
export function shortDecimal(text: string): string {
  const [, sign = "", whole = "0", behind = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole.length > MOST_DIGITS) return `${sign}${whole[0]}.${whole.slice(1, 4)} × 10^${whole.length - 1}`;
  const zeros = whole === "0" ? (/^0*/.exec(behind)?.[0].length ?? 0) : 0;
  const places = whole === "0" ? zeros + DIGITS : Math.max(0, DIGITS - whole.length);
  const kept = behind.slice(0, places).replace(/0+$/, "");
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${commas}${kept === "" ? "" : `.${kept}`}`;
}
