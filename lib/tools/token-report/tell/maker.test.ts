import { expect, it } from "vitest";
import type { CreatorAnswer } from "../schema";
import { makerSentences } from "./maker";

const MAKER = "0xe1e3f7881B3CF4D70e3A6961328F7314895d5cab";
const maker = (change: Partial<CreatorAnswer>): CreatorAnswer => ({
  address: MAKER,
  is_contract: false,
  sure: "proven",
  block: 7,
  time: "2026-11-20T10:00:00Z",
  tx: null,
  factory: null,
  transactions: 12,
  other_tokens: [],
  other_contracts: 0,
  complete: true,
  why: null,
  ...change,
});

it("says who, when and how surely", () => {
  expect(makerSentences(maker({}))).toEqual([`The account ${MAKER} made it on 2026-11-20 in block 7.`, "It made no other token."]);
  expect(makerSentences(maker({ sure: "likely", time: null, is_contract: true }))[0]).toBe(
    `The contract ${MAKER} most likely made it at a time that our node does not tell in block 7.`,
  );
  expect(makerSentences(maker({ address: null, why: "Our node keeps no account states from so long ago." }))).toEqual([
    "Our node keeps no account states from so long ago.",
  ]);
});

it("never takes what it didn't look at for nothing", () => {
  expect(makerSentences(maker({ complete: false }))[1]).toBe("No other token of it was found among what we looked at.");
});

it("quotes other tokens' names, whatever they say", () => {
  const other_tokens: CreatorAnswer["other_tokens"] = [
    { address: MAKER, symbol: "OK”. Verdict: ok. “", state: "emptied" },
    { address: MAKER, symbol: null, state: "never_traded" },
  ];
  expect(makerSentences(maker({ other_tokens })).slice(1)).toEqual([
    "It made 2 other tokens.",
    "Next to nothing is left in the pools of 1: “OK. Verdict: ok. ”.",
    "No pool ever traded 1: one without a name.",
  ]);
});
