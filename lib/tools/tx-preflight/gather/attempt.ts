import { type Address, bytesToHex, getContractAddress, zeroAddress } from "viem";
import { addressOf, bytesOf, textLog, wordOf } from "@/lib/chain/evmWords";
import { delegateOf } from "@/lib/chain/proxyTarget";
import { execute } from "@/lib/evm/execute";
import { settled } from "@/lib/evm/fork";
import type { BlockEnv, Result } from "@/lib/evm/types";
import { World } from "@/lib/evm/world";
import { type Approved, type Told, toldBy } from "../effects";
import { approvedIn, balanceIn, readerOf } from "../reads";
import type { Transaction } from "../transaction";
import type { Ground } from "./ground";

const MOST_STEPS = 3_000_000;
const MOST_GAS = 30_000_000;
/** So many balances and allowances are read before and after. */
const MOST_READS = 60;
const MOST_ACCOUNTS = 60;

export type Change = { address: Address; before: bigint; after: bigint };
export type Stand = { is: "account" | "delegated_account" | "nothing" | "contract"; code: `0x${string}`; delegate: Address | null };

export type Attempt = {
  result: Result;
  told: Told;
  created: Address | null;
  ether: Change[];
  balances: { token: Address; owner: Address; before: bigint | null; after: bigint | null }[];
  approvals: (Approved & { before: bigint | null; after: bigint | null })[];
  standing: (address: Address) => Stand;
  senderEther: bigint;
  /** The same a while later, somewhere else: what the sender gains or loses then, to be compared. */
  later: { ok: boolean; changes: string };
  now: { ok: boolean; changes: string };
};

/** Runs the transaction until nothing of the chain is missing; `whole`: nothing was in the end. */
export function attempt(ground: Ground, tx: Transaction): Promise<{ value: Attempt; whole: boolean }> {
  return settled(ground.fork, () => once(ground, tx));
}

function once({ fork, env, senderNonce }: Ground, tx: Transaction): Attempt {
  const base = World.over(fork.source);
  const created = tx.to ? null : getContractAddress({ from: tx.from, nonce: tx.nonce ?? senderNonce });
  const { result, world } = play(base, env, tx, created);
  const told = toldBy(result.logs.map(textLog));
  const [before, after] = [readerOf(base.fork(), env), readerOf(world, env)];
  const held = holdings(tx, told);
  const balances = held.map(({ token, owner }) => ({
    token,
    owner,
    before: balanceIn(before, token, owner),
    after: balanceIn(after, token, owner),
  }));
  const approvals = distinct(told.approvals, ({ standard, token, owner, spender, id }) => [standard, token, owner, spender, id].join())
    .slice(0, MOST_READS)
    .map((one) => ({ ...one, before: approvedIn(before, one), after: approvedIn(after, one) }));
  const ether = [...result.seen.touched].slice(0, MOST_ACCOUNTS).flatMap((address) => etherOf(base, world, address));
  const standing = (address: Address) => standOf(world, address);
  for (const address of namedIn(tx, told, ether)) standing(address);
  const mine = { ok: result.ok, changes: changesOf(result, ether, balances, tx.from) };
  const senderEther = base.balance(wordOf(tx.from));
  return {
    result,
    told,
    created,
    ether,
    balances,
    approvals,
    standing,
    senderEther,
    now: mine,
    later: lateRun(base, env, tx, created, held),
  };
}

type Held = { token: Address; owner: Address };

function play(base: World, env: BlockEnv, tx: Transaction, created: Address | null): { result: Result; world: World } {
  const world = base.fork();
  for (const { account, to, chainId } of tx.handOvers) {
    const applies = account !== null && (chainId === 0 || BigInt(chainId) === env.chainId);
    if (applies) world.setCode(wordOf(account), bytesOf(`0xef0100${to.slice(2)}`));
  }
  const call = { from: wordOf(tx.from), value: tx.value, gas: Number(tx.gas ?? 0n) || MOST_GAS };
  if (!created) {
    const result = execute(world, env, { ...call, to: wordOf(tx.to ?? zeroAddress), data: bytesOf(tx.data) }, { maxSteps: MOST_STEPS });
    return { result, world };
  }
  // A constructor is code that runs once where the contract will stand, and leaves the contract's code behind.
  const place = wordOf(created);
  world.setOwn(place);
  world.setCode(place, bytesOf(tx.data));
  const result = execute(world, env, { ...call, to: place, data: new Uint8Array() }, { maxSteps: MOST_STEPS });
  world.setCode(place, result.ok ? result.data : new Uint8Array());
  return { result, world };
}

/** Ten minutes later, with another block's name on it: who sees a difference is told of it. */
function lateRun(base: World, env: BlockEnv, tx: Transaction, created: Address | null, held: readonly Held[]): Attempt["later"] {
  const other = {
    ...env,
    number: env.number + 300n,
    timestamp: env.timestamp + 600n,
    coinbase: env.coinbase ^ 0xffffn,
    prevRandao: env.prevRandao ^ 0x1234567n,
  };
  const { result, world } = play(base, other, tx, created);
  const [before, after] = [readerOf(base.fork(), env), readerOf(world, other)];
  const mine = held.filter(({ owner }) => owner === tx.from);
  const balances = mine.map((one) => ({
    ...one,
    before: balanceIn(before, one.token, one.owner),
    after: balanceIn(after, one.token, one.owner),
  }));
  return { ok: result.ok, changes: changesOf(result, etherOf(base, world, wordOf(tx.from)), balances, tx.from) };
}

/** Which way everything of the sender goes; how much may move a little with time. */
function changesOf(result: Result, ether: readonly Change[], balances: Attempt["balances"], from: Address): string {
  const way = (before: bigint | null, after: bigint | null) =>
    before === null || after === null ? "?" : after > before ? "+" : after < before ? "-" : "=";
  const own = ether.filter(({ address }) => address === from).map((one) => way(one.before, one.after));
  const tokens = balances.filter(({ owner }) => owner === from).map(({ token, before, after }) => `${token}${way(before, after)}`);
  return result.ok ? [...own, ...tokens.filter((text) => !text.endsWith("=")).sort()].join() : "";
}

/** Whose balances may have changed; a contract that takes ether may be a token that counts it. */
function holdings({ from, to, value }: Transaction, { moves }: Told): Held[] {
  const told = moves.flatMap(({ token, from: giver, to: taker }) => [giver, taker].map((owner) => ({ token, owner })));
  const own = to && value > 0n ? [{ token: to, owner: from }] : [];
  const all = distinct([...told, ...own], ({ token, owner }) => token + owner).filter(({ owner }) => owner !== zeroAddress);
  // The sender's own first: of those none may be left out.
  return [...all.filter(({ owner }) => owner === from), ...all.filter(({ owner }) => owner !== from)].slice(0, MOST_READS);
}

function etherOf(base: World, world: World, address: bigint): Change[] {
  const [before, after] = [base.balance(address), world.balance(address)];
  return before === after ? [] : [{ address: addressOf(address), before, after }];
}

/** Everybody of whom the answer says what stands there. */
function namedIn(tx: Transaction, told: Told, ether: readonly Change[]): Address[] {
  const recipients = told.moves.filter(({ from }) => from === tx.from).map(({ to }) => to);
  const spenders = told.approvals.map(({ spender }) => spender);
  return distinct([...(tx.to ? [tx.to] : []), ...spenders, ...recipients, ...ether.map(({ address }) => address)], (address) => address);
}

function standOf(world: World, address: Address): Stand {
  const code = bytesToHex(world.code(wordOf(address)));
  const delegate = delegateOf(code);
  if (delegate) return { is: "delegated_account", code, delegate };
  if (code !== "0x") return { is: "contract", code, delegate: null };
  return { is: world.nonce(wordOf(address)) > 0n ? "account" : "nothing", code, delegate: null };
}

function distinct<T>(list: readonly T[], key: (one: T) => string): T[] {
  return [...new Map([...list].reverse().map((one) => [key(one), one])).values()].reverse();
}
