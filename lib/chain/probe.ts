import { decodeFunctionResult, encodeFunctionData, type Hex, numberToHex, parseAbi } from "viem";
import { overrides } from "./overrides";
import { PROBE_CODE } from "./probe-code";
import { revertReason } from "./revertReason";
import type { Ask, Outcome, PinnedBlock, Scenario } from "./scenario";

const PROBE = parseAbi([
  "struct Step { address to; uint256 value; bytes data; }",
  "struct Result { bool ok; uint256 gasUsed; bytes data; }",
  "function run(Step[] steps, uint256 gasEach) returns (Result[])",
]);

const CALL_GAS = 30_000_000n;
/** What a transaction costs before its first instruction, which a call within a call does not show. */
const TRANSACTION_GAS = 21_000n;

/**
 * For nodes without eth_simulateV1: the first actor's account becomes a contract that makes its calls
 * one after another within one eth_call. All happens in one block, and only the first actor can act.
 */
export async function playByProbe(ask: Ask, block: PinnedBlock, scenario: Scenario, stepGas: bigint): Promise<Outcome> {
  const [trader] = scenario.actors;
  if (!trader) return { steps: new Map(), spansBlocks: false };
  const steps = scenario.moments.flatMap((m) => m.steps).filter((step) => step.from === trader.address);
  const data = encodeFunctionData({
    abi: PROBE,
    functionName: "run",
    args: [steps.map(({ to, value = 0n, data }) => ({ to, value, data })), stepGas],
  });
  const call = { from: trader.address, to: trader.address, data, gas: numberToHex(CALL_GAS) };
  const answer = await ask("eth_call", [call, numberToHex(block.number), overrides([trader], PROBE_CODE)]);
  const results = decodeFunctionResult({ abi: PROBE, functionName: "run", data: answer as Hex });
  return {
    spansBlocks: false,
    steps: new Map(
      steps.map(({ name }, i) => {
        const result = results[i];
        if (!result) return [name, { ok: false, reason: "not tried", gas: 0n }];
        const gas = result.gasUsed + TRANSACTION_GAS;
        return [name, result.ok ? { ok: true, data: result.data, gas } : { ok: false, reason: revertReason(result.data), gas }];
      }),
    ),
  };
}
