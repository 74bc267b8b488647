import { type Address, getAddress, hexToBytes } from "viem";
import { addressOf } from "@/lib/chain/evmWords";
import { nextBlock } from "@/lib/chain/nextBlock";
import type { ChainView } from "@/lib/chain/openChain";
import { findFunctions } from "@/lib/safety/gather/functions";
import { isNobody } from "@/lib/safety/gather/isNobody";
import { type Decider, whoDecides } from "@/lib/safety/gather/whoDecides";
import { tryMarks } from "@/lib/safety/marks/tryMarks";
import type { Look, Tried } from "../facts";

const MOST_ACTORS = 4;

/** Takes the code apart and plays the known tricks; null when the code could not be taken apart. */
export async function tryCode(chain: ChainView, chainId: number, address: Address, look: Look): Promise<Tried | null> {
  const [env, ...parts] = await Promise.all([nextBlock(chain, chainId), ...look.codes.map((code) => findFunctions(hexToBytes(code)))]);
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const functions = known.flatMap((part) => part.functions);
  const named = [look.owner, look.proxy.admin, ...known.flatMap(({ constants }) => constants.map(addressOf))];
  const actors = [...new Set(named.filter((one) => one !== null).filter((one) => !isNobody(one) && one !== address))].slice(0, MOST_ACTORS);
  const marks = await chain.unreachable(tryMarks(chain, env, { address, functions, actors }));
  const powerful = [...marks.pulls, ...marks.outlets].flatMap(({ by }) => (by ? [getAddress(by)] : []));
  const people = await Promise.all([...new Set(powerful)].map(async (one) => [one, await whoDecides(chain, one)] as [Address, Decider]));
  return { marks, functions: functions.length, people: new Map(people) };
}
