import { codeOf } from "./code";
import { delegateOf } from "./delegate";
import { Frame, NOTHING } from "./frame";
import type { Halt } from "./halt";
import { Machine } from "./machine";
import { memoryFor } from "./memory";
import { play } from "./play";
import { precompiled } from "./precompiles/precompiled";
import { readsOf, settleState } from "./settle";
import type { BlockEnv, Call, Result, Seen } from "./types";
import { Watch } from "./watch";
import type { World } from "./world";

const USUAL_GAS = 5_000_000;
const USUAL_STEPS = 2_000_000;

export type Options = {
  /** Values whose comparisons are noted. */
  marks?: ReadonlySet<bigint>;
  /** Places (`code.pc`) at which a marked value passes as equal to whatever it is held against: what if the caller were the right one? */
  agree?: ReadonlySet<string>;
  /** Instructions, all calls together. */
  maxSteps?: number;
};

type End = { ok: boolean; halt: Result["halt"]; data: Uint8Array; gas: number };

/**
 * One top-level call. What it wrote stays in the world when it succeeded; a failed one leaves nothing. Value that the sender doesn't
 * have ends it as `invalid`. Gas is told before refunds.
 */
export function execute(world: World, block: BlockEnv, call: Call, { marks, agree, maxSteps = USUAL_STEPS }: Options = {}): Result {
  const machine = new Machine(world, block, call, new Watch(marks, agree), maxSteps);
  const { state, watch } = machine;
  const gas = call.gas ?? USUAL_GAS;
  const end = begin(machine, call, gas);
  const changes = end.ok ? settleState(state) : { writes: new Map(), touched: new Set<bigint>() };
  const seen: Seen = {
    reads: readsOf(state),
    ...changes,
    calls: machine.calls,
    compares: watch.compares,
    hashes: watch.hashes,
    env: machine.env,
    asked: machine.asked,
  };
  return { ok: end.ok, data: end.data, gasUsed: gas - end.gas, logs: end.ok ? state.logs : [], halt: end.halt, missed: state.missed, seen };
}

function begin(machine: Machine, call: Call, gas: number): End {
  const { state } = machine;
  const value = call.value ?? 0n;
  const from = state.at(call.from);
  const to = state.at(call.to);
  for (const address of [machine.origin, call.from, call.to, machine.block.coinbase]) state.at(address).warm = true;
  if (value !== 0n && (call.readOnly || state.balance(from) < value)) return { ok: false, halt: "invalid", data: NOTHING, gas };
  state.move(from, to, value);

  const native = precompiled(call.to);
  if (native) {
    const done = native(call.data, gas, machine);
    if (!done || done.gas > gas) return { ok: false, halt: "gas", data: NOTHING, gas: 0 };
    return { ok: true, halt: "return", data: done.output, gas: gas - done.gas };
  }
  let code = state.code(to);
  const delegate = delegateOf(state, code);
  if (delegate) {
    delegate.warm = true;
    code = precompiled(delegate.address) ? NOTHING : state.code(delegate);
  }
  if (code.length === 0) return { ok: true, halt: "return", data: NOTHING, gas };
  const frame = new Frame({
    machine,
    memory: memoryFor(0),
    code: codeOf(code),
    codeAt: call.to,
    self: to,
    caller: call.from,
    value,
    data: call.data,
    gas,
    isStatic: call.readOnly === true,
    depth: 0,
    base: 0,
  });
  return endOf(frame, play(machine, frame));
}

function endOf(frame: Frame, halt: Halt | null): End {
  if (halt) return { ok: false, halt: halt.why, data: NOTHING, gas: 0 };
  return { ok: frame.outcome === "return", halt: frame.outcome === "return" ? "return" : "revert", data: frame.output, gas: frame.gas };
}
