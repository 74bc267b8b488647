import { type Address, getAddress, type Hex, maxUint256, type PublicClient, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf } from "@/lib/chain/testdata/contextOf";
import { countingNode } from "@/lib/chain/testdata/countingNode";
import { fixture } from "@/lib/chain/testdata/fixtures";
import { startTestChain, type TestChain } from "../token-safety/testdata/chain";
import { run } from "./run";
import { type AddressSafetyAnswer, output } from "./schema";

let chain: TestChain;
let token: Address;
beforeAll(async () => {
  chain = await startTestChain();
  token = await chain.deploy("Plain");
});
afterAll(() => chain?.stop());

const stranger = () => privateKeyToAddress(generatePrivateKey());
const make = (name: string, ...args: unknown[]) => chain.create(fixture(name), args);

async function ask(address: Address, other?: Address, client = chain.client as PublicClient): Promise<AddressSafetyAnswer> {
  return output.parse(await run({ address, ...(other ? { with: other } : {}) }, contextOf(chain, client)));
}

const failing = ({ checks }: AddressSafetyAnswer) =>
  checks.filter(({ status }) => status === "fail").map(({ id, severity }) => `${severity} ${id}`);

async function delegatedTo(name: string): Promise<Address> {
  const account = stranger();
  await chain.rpc("anvil_setCode", [account, `0xef0100${(await make(name)).slice(2)}`]);
  return account;
}

describe("what it is", () => {
  test("nothing yet", async () => {
    expect(await ask(stranger())).toMatchObject({
      kind: "nothing",
      verdict: "nothing_found",
      account: { nonce: 0, ether: "0", first_sent: null },
    });
  });

  test("an account, and when it first and last sent something", async () => {
    const answer = await ask(chain.deployer);
    const head = Number(await chain.client.getBlockNumber({ cacheTime: 0 }));
    expect(answer).toMatchObject({
      kind: "account",
      verdict: "nothing_found",
      account: { first_sent: { block: 1 }, last_sent: { block: head } },
    });
    expect(failing(answer)).toEqual([]);
  });

  test("a token, who made it and when", async () => {
    const answer = await ask(token);
    expect(answer).toMatchObject({
      kind: "token",
      verdict: "nothing_found",
      code: { symbol: "PLN", creator: chain.deployer, proxy: "none" },
    });
    expect(failing(answer)).toEqual(["low young"]);
  });

  test.each<[string, string, unknown[]]>([
    ["Items", "collection", []],
    ["ManyKeys", "wallet", [[stranger(), stranger(), stranger()]]],
    ["Idle", "contract", []],
  ])("%s is a %s", async (name, kind, args) => {
    const answer = await ask(await make(name, ...args));
    expect(answer).toMatchObject({ kind, verdict: "nothing_found" });
    if (kind === "wallet") expect(answer.code.detail).toBe("2 of 3 keys");
  });

  test("a pool, in few round trips", async () => {
    const pair = await chain.addPool(await chain.deploy("Plain"));
    const { client, trips } = countingNode(chain.url);
    expect(await ask(pair, undefined, client)).toMatchObject({ kind: "pool", verdict: "nothing_found" });
    expect(trips()).toBeLessThanOrEqual(14);
  });

  test("a proxy whose code one key can swap, and one whose key nobody has", async () => {
    const key = stranger();
    const code = await make("Idle");
    const swappable = await ask(await chain.deploy("Proxy1967", code, key));
    expect(swappable).toMatchObject({
      verdict: "caution",
      code: { proxy: "eip1967", implementation: code, controlled_by: { address: key, kind: "key" } },
    });
    expect(failing(swappable)).toEqual(["medium code_swappable", "low young"]);
    expect((await ask(await chain.deploy("Proxy1967", code, `0x${"0".repeat(36)}dead`))).verdict).toBe("nothing_found");
  });
});

describe("drainers, and their honest twins", () => {
  test.each<[string, unknown[], string]>([
    ["Passer", [stranger()], "critical ether_passed_on"],
    ["Keeper", [], "high ether_kept_for_nothing"],
    ["Puller", [], "critical takes_approved_tokens"],
  ])("%s is to be avoided", async (name, args, mark) => {
    const answer = await ask(await make(name, ...args));
    expect(answer.verdict).toBe("avoid");
    expect(failing(answer)).toContain(mark);
    expect(answer.summary).toMatch(/^It is a contract\. Stay away: /);
  });

  test.each<[string, unknown[]]>([
    ["Shop", [stranger()]],
    ["Vault", []],
    ["Till", []],
    ["ManyKeys", [[stranger(), stranger()]]],
  ])("%s is not", async (name, args) => {
    expect((await ask(await make(name, ...args))).verdict).toBe("nothing_found");
  });

  test("the exchange's router and wrapped ether are none either", async () => {
    expect(failing(await ask(chain.contracts.uniswapV2Router))).toEqual(["low young"]);
    expect(failing(await ask(chain.contracts.weth))).toEqual(["low young"]);
  });

  test("a key that is gone can't pull any more", async () => {
    const puller = await make("Puller");
    await chain.rpc("anvil_setStorageAt", [puller, `0x${"0".repeat(64)}`, `0x${"0".repeat(60)}dead`]);
    expect((await ask(puller)).verdict).toBe("nothing_found");
  });
});

describe("accounts that act by code", () => {
  test("one that hands on all it gets", async () => {
    const answer = await ask(await delegatedTo("Sweeper"));
    expect(answer).toMatchObject({ kind: "delegated_account", verdict: "avoid" });
    expect(failing(answer)).toEqual(["critical ether_passed_on", "low acts_by_code"]);
  });

  test("one that obeys anybody", async () => {
    expect(failing(await ask(await delegatedTo("OpenWallet")))).toContain("critical account_obeys_strangers");
  });

  test("one that obeys itself alone", async () => {
    const answer = await ask(await delegatedTo("OwnWallet"));
    expect(failing(answer)).toEqual(["low acts_by_code"]);
    expect(answer.verdict).toBe("nothing_found");
    expect(answer.summary).toContain("That is no promise");
  });
});

describe("dealings", () => {
  test("a plain account that many approved", async () => {
    const taker = stranger();
    for (let i = 0; i < 3; i++) {
      const owner = stranger();
      await chain.rpc("anvil_setBalance", [owner, "0xde0b6b3a7640000"]);
      await chain.rpc("anvil_impersonateAccount", [owner]);
      const data = `0x095ea7b3${taker.slice(2).padStart(64, "0")}${maxUint256.toString(16)}`;
      const hash = (await chain.rpc("eth_sendTransaction", [{ from: owner, to: token, data }])) as Hex;
      await chain.client.waitForTransactionReceipt({ hash });
    }
    const answer = await ask(taker);
    expect(failing(answer)).toEqual(["medium approved_by_many"]);
    expect(answer).toMatchObject({ verdict: "caution", approved: { by_others: 3, complete: true } });
  });

  test("a look-alike of somebody who was paid", async () => {
    const friend = stranger();
    await chain.send(token, "function transfer(address to, uint256 value)", friend, parseEther("1"));
    const digit = friend[20] === "0" ? "1" : "0";
    const fake = getAddress(friend.slice(0, 20).toLowerCase() + digit + friend.slice(21).toLowerCase());
    const answer = await ask(fake, chain.deployer);
    expect(answer.verdict).toBe("avoid");
    expect(answer.checks.find(({ id }) => id === "look_alike")?.evidence.address).toBe(friend);
    expect((await ask(friend, chain.deployer)).verdict).toBe("nothing_found");
  });
});
