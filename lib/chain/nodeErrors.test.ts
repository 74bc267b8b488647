import { HttpRequestError, RpcRequestError, TimeoutError } from "viem";
import { describe, expect, test } from "vitest";
import { isExecutionError, isMethodMissing, isTransient } from "./nodeErrors";

const rpc = (code: number, message: string) => new RpcRequestError({ body: {}, error: { code, message }, url: "http://node" });
const http = (status: number) => new HttpRequestError({ status, url: "http://node" });

describe("an execution that failed is the contract's word", () => {
  test.each([
    rpc(3, "execution reverted"),
    rpc(-32000, "execution reverted: paused"),
    rpc(-32000, "out of gas"),
    rpc(-32000, "invalid opcode: opcode 0xfe not defined"),
    rpc(-32603, "EVM error InvalidFEOpcode"),
    rpc(-32015, "VM execution error."),
    Object.assign(new Error("wrapped"), { cause: rpc(3, "execution reverted") }),
    // The same from another copy of the library: a plain object with its fields.
    Object.assign(new Error("call failed"), { code: 3, details: "execution reverted" }),
  ])("%s", (error) => {
    expect(isExecutionError(error)).toBe(true);
  });
});

describe("anything else is the node's trouble", () => {
  test.each([
    rpc(-32000, "header not found"),
    rpc(-32005, "limit exceeded"),
    rpc(-32000, "daily request count exceeded"),
    rpc(-32601, "Method not found"),
    http(503),
    new TimeoutError({ body: {}, url: "http://node" }),
    new TypeError("the node answered with something else than data"),
    null,
  ])("%s", (error) => {
    expect(isExecutionError(error)).toBe(false);
  });
});

test("only what may pass is asked again", () => {
  const again = [rpc(-32000, "header not found"), rpc(-32005, "limit exceeded"), http(429), http(503)];
  const never = [rpc(-32601, "Method not found"), http(401), new TimeoutError({ body: {}, url: "http://node" })];
  expect([...again, ...never].map(isTransient)).toEqual([true, true, true, true, false, false, false]);
});

test("nodes say in many ways that they lack a method", () => {
  const errors = [
    rpc(-32601, "x"),
    rpc(-32000, "the method eth_simulateV1 does not exist/is not available"),
    rpc(-32000, "unsupported method"),
  ];
  expect(errors.map(isMethodMissing)).toEqual([true, true, true]);
  expect(isMethodMissing(rpc(-32000, "header not found"))).toBe(false);
});
