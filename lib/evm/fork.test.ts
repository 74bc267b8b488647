import { describe, expect, it } from "vitest";
import { execute } from "./execute";
import { openFork, settled } from "./fork";
import { assemble } from "./testdata/assemble";
import { BLOCK, HERE, SENDER } from "./testdata/runCode";
import { bytesToWord } from "./words";
import { World } from "./world";

const AT = { number: 1_000n };
const call = { from: SENDER, to: HERE, data: new Uint8Array() };
// The slot whose number is in slot 1.
const code = assemble(1, "SLOAD SLOAD", 0, "MSTORE", 32, 0, "RETURN");

/** A node that knows one contract, and notes what travels together. */
function node(slots: Record<string, string>, contract = code) {
  const batches: string[][] = [];
  let open: string[] | null = null;
  const ask = async (method: string, params: unknown[]) => {
    if (!open) {
      open = [];
      batches.push(open);
      queueMicrotask(() => {
        open = null;
      });
    }
    open.push(method);
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (method === "eth_getCode") return BigInt(String(params[0])) === HERE ? `0x${Buffer.from(contract).toString("hex")}` : "0x";
    if (method === "eth_getStorageAt") return slots[BigInt(String(params[1])).toString()] ?? "0x";
    if (method === "eth_createAccessList")
      return { accessList: [{ address: `0x${HERE.toString(16).padStart(40, "0")}`, storageKeys: ["0x1", "0x9"] }] };
    return "0x0";
  };
  return { ask, batches };
}

describe("a chain that is fetched piece by piece", () => {
  it("runs again until nothing is missing", async () => {
    const { ask, batches } = node({ 1: "0x9", 9: "0x2a" });
    const fork = openFork(ask, AT);
    const { value, whole } = await settled(fork, () => execute(World.over(fork.source), BLOCK, call));
    expect([whole, value.missed, bytesToWord(value.data)]).toEqual([true, false, 42n]);
    expect(fork.counts).toMatchObject({ codes: 1, batches: batches.length });
  });

  it("asks for all that one attempt missed at once", async () => {
    const { ask, batches } = node({}, assemble(1, "SLOAD", 2, "SLOAD", 3, "SLOAD", 0x99, "BALANCE"));
    const fork = openFork(ask, AT);
    await settled(fork, () => execute(World.over(fork.source), BLOCK, call));
    expect(batches.map((batch) => batch.length)).toEqual([1, 4]);
  });

  it("needs no second round trip where the node tells beforehand", async () => {
    const { ask } = node({ 1: "0x9", 9: "0x2a" });
    const fork = openFork(ask, AT);
    await fork.hint(call);
    const { value, whole } = await settled(fork, () => execute(World.over(fork.source), BLOCK, call));
    expect([whole, bytesToWord(value.data), fork.counts.batches]).toEqual([true, 42n, 1]);
  });

  it("is no worse off where the node can't tell", async () => {
    const { ask } = node({});
    const fork = openFork(
      (method, params) => (method === "eth_createAccessList" ? Promise.reject(new Error("no such method")) : ask(method, params)),
      AT,
    );
    await fork.hint(call);
    expect(fork.source.wanting).toBe(1);
  });

  it("gives up on state without end, and says so", async () => {
    const endless = assemble(0, "JUMPDEST", 1, "ADD DUP1 SLOAD POP", 1, "JUMP");
    const { ask } = node({}, endless);
    const fork = openFork(ask, AT);
    const { whole } = await settled(fork, () => execute(World.over(fork.source), BLOCK, { ...call, gas: 30_000_000 }), 100);
    expect(whole).toBe(false);
    expect(fork.counts.slots).toBeLessThanOrEqual(5_000);
  });

  it("hands what it knows to another thread", async () => {
    const { ask, batches } = node({ 1: "0x9", 9: "0x2a" });
    const fork = openFork(ask, AT);
    await settled(fork, () => execute(World.over(fork.source), BLOCK, call));
    const before = batches.length;
    const other = openFork(ask, AT, structuredClone(fork.source.snapshot()));
    const { value } = await settled(other, () => execute(World.over(other.source), BLOCK, call));
    expect([bytesToWord(value.data), batches.length]).toEqual([42n, before]);
  });

  it("passes the node's trouble on", async () => {
    const fork = openFork(() => Promise.reject(new Error("down")), AT);
    await expect(settled(fork, () => execute(World.over(fork.source), BLOCK, call))).rejects.toThrow("down");
  });
});
