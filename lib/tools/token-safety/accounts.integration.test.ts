import { type Address, concat, type Hex, pad, parseEther } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSafetyThreads } from "@/lib/safety/examineInThread";
import { ask, BURNT, check } from "./testdata/ask";
import { startTestChain, type TestChain } from "./testdata/chain";

const PERSON: Address = "0x1111111111111111111111111111111111111111";

let chain: TestChain;
let implementation: Address;
beforeAll(async () => {
  chain = await startTestChain();
  implementation = await chain.deploy("ProxiedToken");
});
afterAll(async () => {
  await endSafetyThreads();
  chain?.stop();
});

async function started(token: Address) {
  await chain.send(token, "function start(address to)", chain.deployer);
  await chain.addPool(token, "50", parseEther("100000"), BURNT);
  return ask(chain, token);
}

test("EIP-1967: the admin can swap the code, even without an owner", async () => {
  const answer = await started(await chain.deploy("Proxy1967", implementation, chain.deployer));
  expect(answer).toMatchObject({ verdict: "caution", proxy: { kind: "eip1967", implementation, admin: chain.deployer } });
  expect(check(answer, "fixed_code")).toMatchObject({ status: "fail", survives_renounce: true, evidence: { address: chain.deployer } });
  expect(check(answer, "code_read").status).toBe("pass");
});

test("a beacon: its owner can swap the code", async () => {
  const beacon = await chain.deploy("Beacon", implementation);
  const answer = await started(await chain.deploy("BeaconProxy", beacon));
  expect(answer).toMatchObject({ verdict: "caution", proxy: { kind: "beacon", implementation, admin: chain.deployer } });
});

test("a minimal proxy's code is fixed, and it is the target's that is read", async () => {
  const runtime = concat(["0x363d3d373d3d3d363d73", implementation, "0x5af43d82803e903d91602b57fd5bf3"]);
  const answer = await started(await chain.create({ abi: [], bytecode: concat(["0x3d602d80600a3d3981f3", runtime]) }));
  expect(answer.proxy).toEqual({ kind: "minimal", implementation, admin: null });
  expect(check(answer, "fixed_code").status).toBe("pass");
  expect(check(answer, "code_read").status).toBe("pass");
});

test("a proxy of no standard: whose code runs is found by watching, and nobody can change it", async () => {
  const answer = await started(await chain.deploy("OddProxy", implementation));
  expect(answer).toMatchObject({ verdict: "ok", proxy: { kind: "unknown" } });
  expect(check(answer, "sell").status).toBe("pass");
  expect(check(answer, "code_read").status).toBe("pass");
});

test("a slot that pretends to be a proxy's fools nobody when the code can't forward", async () => {
  const token = await chain.deploy("OwnerMint");
  const slot: Hex = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";
  await chain.rpc("anvil_setStorageAt", [token, slot, pad(implementation)]);
  const answer = await ask(chain, token);
  expect(answer.proxy.kind).toBe("none");
  expect(check(answer, "mint").status).toBe("fail");
});

test("EIP-7702: an account that plays a token is told apart", async () => {
  await chain.rpc("anvil_setCode", [PERSON, concat(["0xef0100", implementation])]);
  const answer = await ask(chain, PERSON);
  expect(answer).toMatchObject({ verdict: "avoid", proxy: { kind: "eip7702", implementation } });
  expect(check(answer, "contract")).toMatchObject({ status: "fail", severity: "critical" });
});

test("an account without code is refused, not judged", async () => {
  await expect(ask(chain, chain.deployer)).rejects.toMatchObject({ name: "ToolRefusal", reason: "not_a_contract", kind: "refused" });
});

test("a contract that is no token is no token", async () => {
  const answer = await ask(chain, await chain.deploy("NotAToken"));
  expect(answer.verdict).toBe("avoid");
  expect(check(answer, "erc20").status).toBe("fail");
});
