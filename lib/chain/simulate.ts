import { type Hex, hexToBigInt, numberToHex, type PublicClient } from "viem";
import { isMethodMissing } from "./nodeErrors";
import { overrides } from "./overrides";
import { playByProbe } from "./probe";
import { revertReason } from "./revertReason";
import type { Ask, Outcome, PinnedBlock, Scenario, Step, StepResult } from "./scenario";

/** Roomy for a swap with fees on the way; a bound, so that one greedy step can't starve the next. */
const STEP_GAS = 2_500_000n;

type SimulatedCall = { status: Hex; returnData?: Hex; gasUsed: Hex; error?: { message?: string; data?: Hex } };
type SimulatedBlock = { calls: SimulatedCall[] };

/** Nodes that said that they don't know eth_simulateV1, so that they are asked once only. */
const withoutSimulate = new WeakSet<PublicClient>();

/** Plays the steps in order on a copy of the chain; nothing of it is ever sent. */
export async function playScenario(client: PublicClient, ask: Ask, block: PinnedBlock, scenario: Scenario): Promise<Outcome> {
  if (!withoutSimulate.has(client)) {
    try {
      return await simulate(ask, block, scenario);
    } catch (error) {
      if (!isMethodMissing(error)) throw error;
      withoutSimulate.add(client);
    }
  }
  return playByProbe(ask, block, scenario, STEP_GAS);
}

async function simulate(ask: Ask, block: PinnedBlock, { actors, moments }: Scenario): Promise<Outcome> {
  const blockStateCalls = moments.map((moment, i) => ({
    blockOverrides: {
      number: numberToHex(block.number + BigInt(moment.blocks)),
      time: numberToHex(block.timestamp + BigInt(moment.seconds)),
      feeRecipient: block.miner,
    },
    ...(i === 0 ? { stateOverrides: overrides(actors) } : {}),
    calls: moment.steps.map(request),
  }));
  const answer = await ask("eth_simulateV1", [{ blockStateCalls, validation: false }, numberToHex(block.number)]);
  // Nodes that fill a gap in the numbers give blocks without calls in between.
  const calls = (answer as SimulatedBlock[]).flatMap((b) => b.calls);
  const steps = moments.flatMap((m) => m.steps);
  if (calls.length !== steps.length) throw new TypeError("the node answered other calls than it was asked");
  return { steps: new Map(steps.map((step, i) => [step.name, result(calls[i])])), spansBlocks: true };
}

function request({ from, to, data, value = 0n }: Step) {
  return { from, to, data, input: data, value: numberToHex(value), gas: numberToHex(STEP_GAS) };
}

function result(call: SimulatedCall | undefined): StepResult {
  if (!call) return { ok: false, reason: "not tried", gas: 0n };
  const gas = hexToBigInt(call.gasUsed);
  const data = call.returnData ?? "0x";
  if (call.status === "0x1") return { ok: true, data, gas };
  return { ok: false, reason: revertReason(call.error?.data ?? data, call.error?.message), gas };
}
