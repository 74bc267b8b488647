import { formatUsd } from "@/lib/money";
import { formatMs } from "../ui/formatMs";
import type { CoinState } from "./Coin";
import type { CallState } from "./callTypes";

export type Led = "off" | "on" | "now" | "bad" | "ask";
export type Tone = "ready" | "wait" | "plain" | "warn" | "bad";

/** What the slot's lit display says. */
export type DisplayFacts = { word: string; line: string; tone: Tone; price: string; coin: CoinState; leds: readonly Led[] };

/** What stands in the way before anything is paid. */
export type Block =
  /** The tool serves nobody now. */
  | { kind: "closed"; line: string }
  | { kind: "input"; line: string }
  /** The price of this input is being asked. */
  | { kind: "price" }
  /** The market would not take this call. */
  | { kind: "refused"; line: string }
  | { kind: "wallet" }
  | { kind: "network"; line: string }
  | { kind: "funds"; line: string }
  | null;

export type DisplayInput = {
  state: CallState;
  block: Block;
  price: bigint;
  known: boolean;
  /** Seconds that the offer is good for, once it was asked. */
  goodFor: number | null;
  networkName: string;
  nextBlock: string | null;
  /** Seconds since the wallet was opened. */
  waitedSeconds: number;
};

const OFF: readonly Led[] = ["off", "off", "off", "off", "off"];

export function displayOf(input: DisplayInput): DisplayFacts {
  const { state, price } = input;
  const shown = formatUsd(price);
  switch (state.phase) {
    case "idle":
      return idle(input, shown);
    case "pricing":
      return {
        word: "READING THE PRICE",
        line: "asking, without payment",
        tone: "wait",
        price: shown,
        coin: "out",
        leds: ["now", "off", "off", "off", "off"],
      };
    case "signing":
      return {
        word: "SIGN IN YOUR WALLET",
        line: signingLine(input),
        tone: "wait",
        price: shown,
        coin: "half",
        leds: ["on", "now", "off", "off", "off"],
      };
    case "paying":
      return paying(input, shown);
    case "settled":
      return { word: "SETTLED", line: settledLine(state), tone: "ready", price: shown, coin: "in", leds: ["on", "on", "on", "on", "on"] };
    case "not_charged":
      return {
        word: "NOT CHARGED",
        line: "your coin came back",
        tone: "plain",
        price: "$0.000",
        coin: "back",
        leds: stoppedLeds(state, "bad"),
      };
    case "failed":
      return {
        word: "FAILED",
        line: "no money moved",
        tone: "bad",
        price: "$0.000",
        coin: "failed",
        leds: ["on", "on", "on", "bad", "off"],
      };
    case "unknown":
      return {
        word: "BEING CHECKED",
        line: input.nextBlock ? `looks again at block ${input.nextBlock}` : "asking the chain",
        tone: "warn",
        price: shown,
        coin: "ask",
        leds: ["on", "on", "on", "ask", "off"],
      };
  }
}

function idle({ block, goodFor, networkName, known }: DisplayInput, price: string): DisplayFacts {
  const base = { price, coin: "out" as const, leds: OFF };
  if (block?.kind === "input") return { ...base, word: "CHECK THE INPUT", line: block.line, tone: "plain", price: "–" };
  if (block?.kind === "closed") return { ...base, word: "OUT OF ORDER", line: "nothing can be paid here now", tone: "warn", price: "–" };
  if (block?.kind === "refused")
    return { ...base, word: "NOT THIS ONE", line: "the market would not take this call", tone: "warn", price: known ? price : "–" };
  if (block?.kind === "price") return { ...base, word: "READING THE PRICE", line: "it depends on the input", tone: "wait", price: "–" };
  if (block?.kind === "network") return { ...base, word: "OTHER NETWORK", line: block.line, tone: "warn" };
  if (block?.kind === "funds") return { ...base, word: "NOT ENOUGH", line: block.line, tone: "warn" };
  if (goodFor !== null)
    return {
      ...base,
      word: "READY",
      line: `exact, good for ${goodFor} s once signed`,
      tone: "ready",
      leds: ["on", "off", "off", "off", "off"],
    };
  return { ...base, word: "READY", line: block?.kind === "wallet" ? "no wallet yet" : `exact, on ${networkName}`, tone: "ready" };
}

function signingLine({ state, waitedSeconds }: DisplayInput): string {
  const limit = state.record?.quote?.terms.maxTimeoutSeconds ?? 0;
  return `open for ${waitedSeconds} s, closes in ${Math.max(0, limit - waitedSeconds)} s`;
}

function paying({ state, nextBlock }: DisplayInput, price: string): DisplayFacts {
  const at = state.record?.payment?.state;
  const base = { tone: "wait" as const, price, coin: "half" as const };
  if (at === undefined) return { ...base, word: "CHECKING", line: "signature, balance, nonce", leds: ["on", "on", "now", "off", "off"] };
  if (at === "claimed")
    return { ...base, word: "RUNNING", line: "paid for by you, not yet settled", leds: ["on", "on", "now", "off", "off"] };
  if (at === "settled")
    return { ...base, word: "SETTLING", line: "settled, the answer is on its way", leds: ["on", "on", "on", "on", "now"] };
  return {
    ...base,
    word: "SETTLING",
    line: nextBlock ? `waiting for block ${nextBlock}` : "waiting for the chain",
    leds: ["on", "on", "on", "now", "off"],
  };
}

function settledLine({ record }: CallState): string {
  const signed = record?.sign && record.sign.ms !== null ? record.sign.at + record.sign.ms : null;
  return signed !== null && record?.endedAt ? `${formatMs(record.endedAt - signed)} after you signed` : "your answer is here";
}

/** Lit as far as the call came; the step where it stopped is marked. */
function stoppedLeds({ record }: CallState, mark: Led): Led[] {
  const came = !record?.quote ? 0 : !record.paid ? 1 : 2;
  return [0, 1, 2, 3, 4].map((index) => (index < came ? "on" : index === came ? mark : "off"));
}
