import { encodeAbiParameters, encodeErrorResult, pad, parseAbi } from "viem";
import { expect, test } from "vitest";
import { revertReason } from "./revertReason";

const text = (reason: string) => encodeErrorResult({ abi: parseAbi(["error Error(string)"]), errorName: "Error", args: [reason] });
const panic = (code: bigint) => encodeErrorResult({ abi: parseAbi(["error Panic(uint256)"]), errorName: "Panic", args: [code] });

test.each([
  ["a reason", text("paused"), "“paused”"],
  ["a hostile reason", text("see\u202E\nhttps://claim.example"), "“see https://claim.example”"],
  ["an arithmetic panic", panic(17n), "an arithmetic overflow"],
  ["another panic", panic(81n), "panic 81"],
  ["a custom error", "0xdeadbeef", "custom error 0xdeadbeef"],
  ["nothing", "0x", "no reason given"],
  ["a broken reason", `0x08c379a0${pad("0xff").slice(2)}`, "“unreadable”"],
  ["a longer custom error", `0xdeadbeef${encodeAbiParameters([{ type: "uint256" }], [1n]).slice(2)}`, "custom error 0xdeadbeef"],
] as const)("%s", (_, data, reason) => {
  expect(revertReason(data)).toBe(reason);
});

test("a reason of any length is bounded", () => {
  expect(revertReason(text("x".repeat(10_000))).length).toBeLessThan(150);
});
