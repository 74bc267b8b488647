import { type Address, type Hex, parseAbi, size, slice, toFunctionSelector } from "viem";
import { addressWord } from "@/lib/chain/addressWord";
import type { ChainView } from "@/lib/chain/openChain";
import { word } from "./word";

const QUESTIONS = parseAbi([
  "function getThreshold() view returns (uint256)",
  "function required() view returns (uint256)",
  "function getOwners() view returns (address[])",
  "function getMinDelay() view returns (uint256)",
  "function delay() view returns (uint256)",
  "function admin() view returns (address)",
  "function owner() view returns (address)",
  "function votingDelay() view returns (uint256)",
  "function votingPeriod() view returns (uint256)",
  "function proposalThreshold() view returns (uint256)",
]);
type Question = (typeof QUESTIONS)[number]["name"];

const MOST_OWNERS = 100;
const WORD = 32;

/** What an address shows and says of itself; nothing of it is believed yet. */
export type Statement = {
  address: Address;
  code: Hex;
  /** How many of `owners` have to agree. */
  threshold: bigint | null;
  owners: Address[] | null;
  /** Seconds. */
  delay: bigint | null;
  /** Roles decide who may propose (OpenZeppelin's timelock), and not one admin. */
  roles: boolean;
  admin: Address | null;
  owner: Address | null;
  votes: boolean;
};

/** Everything in one tick, since the questions cost less than another round trip. */
export async function askAuthority(chain: ChainView, address: Address): Promise<Statement> {
  const [code, ...answers] = await Promise.all([
    chain.code(address),
    ...QUESTIONS.map((item) => chain.read(address, toFunctionSelector(item))),
  ]);
  const said = (name: Question) => (code === "0x" ? null : (answers[QUESTIONS.findIndex((item) => item.name === name)] ?? null));
  const minDelay = number(said("getMinDelay"));
  return {
    address,
    code,
    threshold: number(said("getThreshold")) ?? number(said("required")),
    owners: addresses(said("getOwners")),
    delay: minDelay ?? number(said("delay")),
    roles: minDelay !== null,
    admin: addressWord(said("admin")),
    owner: addressWord(said("owner")),
    votes: [said("votingDelay"), said("votingPeriod"), said("proposalThreshold")].every((data) => number(data) !== null),
  };
}

function number(data: Hex | null): bigint | null {
  return data !== null && size(data) === WORD ? word(data) : null;
}

/** A list that is laid out as it should be, of different addresses that somebody may have. */
function addresses(data: Hex | null): Address[] | null {
  const [at, length] = [word(data, 0), word(data, 1)];
  if (data === null || at !== 32n || length === null || length === 0n || length > MOST_OWNERS) return null;
  if (size(data) !== WORD * (2 + Number(length))) return null;
  const all = Array.from({ length: Number(length) }, (_, i) => addressWord(slice(data, WORD * (i + 2), WORD * (i + 3))));
  const real = all.filter((address) => address !== null);
  return real.length === all.length && new Set(real).size === all.length ? real : null;
}
