import type { PublicClient } from "viem";
import { describe, expect, it } from "vitest";
import { TERMS } from "@/lib/testing/terms";
import { findEvidence } from "./evidence";
import type { SettlementItem } from "./types";

const item: SettlementItem = {
  id: "pay_1",
  signature: "0x",
  authorization: { from: TERMS.payTo, to: TERMS.payTo, value: 1n, validAfter: 0n, validBefore: 1n, nonce: `0x${"11".repeat(32)}` },
};

/** A node that knows the authorization to be used, and shows nothing of how. */
function node(head: bigint) {
  const ranges: [bigint, bigint][] = [];
  const client = {
    getBlock: async () => ({ number: head, timestamp: 2n }),
    readContract: async () => true,
    request: async ({ params }: { params: [{ fromBlock: string; toBlock: string }] }) => {
      ranges.push([BigInt(params[0].fromBlock), BigInt(params[0].toBlock)]);
      return [];
    },
  };
  // The two calls that the search makes, of the hundred that a client has.
  return { client: client as unknown as PublicClient, ranges };
}

describe("evidence", () => {
  it("searches back to the first block, without a gap, and concludes nothing when the node shows nothing", async () => {
    const { client, ranges } = node(12_345n);
    expect(await findEvidence(client, TERMS.asset, item)).toEqual({ state: "unseen" });
    expect(ranges[0]?.[1]).toBe(12_345n);
    expect(ranges.at(-1)?.[0]).toBe(0n);
    expect(ranges.slice(1).every(([, to], i) => to === (ranges[i]?.[0] ?? 0n) - 1n)).toBe(true);
  });

  it("asks nothing of a node that lags behind what is known", async () => {
    const { client, ranges } = node(5n);
    expect(await findEvidence(client, TERMS.asset, item, { atLeast: 6n })).toEqual({ state: "unseen" });
    expect(ranges).toEqual([]);
  });
});
