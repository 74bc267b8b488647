import {
  type Address,
  concat,
  getAddress,
  getContractAddress,
  type Hex,
  hexToBigInt,
  isAddressEqual,
  numberToHex,
  size,
  slice,
} from "viem";
import { type Mark, mentions, speakersOf } from "./blockMarks";
import { nonceThatMade } from "./createdAddress";
import { isStateGone } from "./nodeErrors";
import type { ChainView } from "./openChain";

/** Makes contracts for anybody out of a salt and code, at the same address on every chain. */
const OPEN_FACTORY = "0x4e59b44847b379578588920cA78FbF26c0B4956C";
/** So many of a transaction are held for the new contract's maker. */
const MOST_SPEAKERS = 8;
/** Where no transaction tells of it, so many are looked through. */
const MOST_SILENT = 40;

export type CreationTransaction = {
  creator: Address;
  factory: Address | null;
  transaction: Hex;
  /** `proven`: the address follows from who made it. `likely`: this is the first transaction that tells of it. */
  sure: "proven" | "likely";
};

/** Which transaction of a block made the contract that the block brought; null when nothing in it tells. */
export async function findCreationTransaction(
  chain: ChainView,
  address: Address,
  block: bigint,
  marks: readonly Mark[],
): Promise<CreationTransaction | null> {
  const direct = marks.find(({ created }) => created !== null && isAddressEqual(created, address));
  if (direct) return { creator: getAddress(direct.from), factory: null, transaction: direct.transaction, sure: "proven" };

  const openly = await throughOpenFactory(chain, address, marks);
  if (openly) return { creator: getAddress(openly.from), factory: OPEN_FACTORY, transaction: openly.transaction, sure: "proven" };

  // Whoever calls it found it there already.
  const telling = marks.find((mark) => !isTo(mark, address) && mentions(mark, address));
  const makers = await makersByNonce(chain, address, block, telling ? [telling] : marks.slice(0, MOST_SILENT));
  const [maker] = makers;
  if (maker) return { creator: getAddress(maker.mark.from), factory: maker.address, transaction: maker.mark.transaction, sure: "proven" };
  if (!telling) return null;
  const factory = makersOf(telling, address)[0] ?? null;
  return { creator: getAddress(telling.from), factory, transaction: telling.transaction, sure: "likely" };
}

function isTo({ to }: Mark, address: Address): boolean {
  return to !== null && isAddressEqual(to, address);
}

/** Who may have made it in the course of a transaction: who spoke of it, who was called, what else was deployed. */
function makersOf(mark: Mark, address: Address): Address[] {
  const parties = [mark.to, mark.created].flatMap((one) => (one ? [getAddress(one)] : []));
  return [...new Set([...speakersOf(mark.logs, address), ...parties])].slice(0, MOST_SPEAKERS);
}

/** The factory takes a salt and the code to run; the address follows from both. */
async function throughOpenFactory(chain: ChainView, address: Address, marks: readonly Mark[]): Promise<Mark | null> {
  const asked = marks.filter(({ to }) => to !== null && isAddressEqual(to, OPEN_FACTORY)).slice(0, MOST_SPEAKERS);
  const inputs = await Promise.all(
    asked.map(async ({ transaction }) => (await chain.ask("eth_getTransactionByHash", [transaction])) as { input?: Hex } | null),
  );
  return asked.find((_, i) => isMadeBy(inputs[i]?.input ?? "0x", address)) ?? null;
}

function isMadeBy(input: Hex, address: Address): boolean {
  if (size(input) <= 32) return false;
  const made = getContractAddress({
    opcode: "CREATE2",
    from: OPEN_FACTORY,
    salt: slice(input, 0, 32),
    bytecode: concat([slice(input, 32)]),
  });
  return isAddressEqual(made, address);
}

/** A contract that made it in the plain way did so with a nonce that it used in this block. */
async function makersByNonce(chain: ChainView, address: Address, block: bigint, marks: readonly Mark[]) {
  const candidates = marks.flatMap((mark) => makersOf(mark, address).map((one) => ({ mark, address: one })));
  const used = await Promise.all(
    candidates.map(async (one) => {
      const [before, after] = await Promise.all([nonceAt(chain, one.address, block - 1n), nonceAt(chain, one.address, block)]);
      return { before: before ?? 0n, after: after ?? (await nonceAt(chain, one.address, chain.block.number)) ?? 0n };
    }),
  );
  return candidates.filter((one, i) => nonceThatMade(one.address, address, used[i]?.after ?? 0n, used[i]?.before) !== null);
}

async function nonceAt(chain: ChainView, address: Address, block: bigint): Promise<bigint | null> {
  try {
    return hexToBigInt((await chain.ask("eth_getTransactionCount", [address, numberToHex(block)])) as Hex);
  } catch (error) {
    if (isStateGone(error)) return null;
    throw error;
  }
}
