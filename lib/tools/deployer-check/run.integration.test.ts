import { type Address, getAddress, type Hex, maxUint256, type PublicClient, parseAbi, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf } from "@/lib/chain/testdata/contextOf";
import { countingNode } from "@/lib/chain/testdata/countingNode";
import { startTestChain, type TestChain } from "../token-safety/testdata/chain";
import { run } from "./run";
import { type DeployerCheckAnswer, output } from "./schema";

const REMOVE = "function removeLiquidityETH(address token, uint256 shares, uint256 minToken, uint256 minEth, address to, uint256 deadline)";

let chain: TestChain;
let live: Address;
let pulled: Address;
let lone: Address;
beforeAll(async () => {
  chain = await startTestChain();
  lone = await chain.deploy("Plain");
  live = await chain.deploy("Plain");
  await chain.addPool(live, "2");
  pulled = await chain.deploy("OwnerMint");
  await pull(pulled, await chain.addPool(pulled, "3"), 90n);
});
afterAll(() => chain?.stop());

async function pull(token: Address, pair: Address, percent: bigint) {
  await chain.rpc("evm_increaseTime", [600]);
  const shares = await chain.client.readContract({
    address: pair,
    abi: parseAbi(["function balanceOf(address) view returns (uint256)"]),
    functionName: "balanceOf",
    args: [chain.deployer],
  });
  await chain.send(pair, "function approve(address spender, uint256 value)", chain.contracts.uniswapV2Router, maxUint256);
  await chain.send(chain.contracts.uniswapV2Router, REMOVE, token, (shares * percent) / 100n, 0n, 0n, chain.deployer, maxUint256);
}

/** Mined before it answers: on a busy machine that takes a moment. */
async function sendAs(transaction: { from: Address; to: Address; data: string }) {
  const hash = (await chain.rpc("eth_sendTransaction", [transaction])) as Hex;
  expect((await chain.client.waitForTransactionReceipt({ hash })).status).toBe("success");
}

async function ask(address: Address, client = chain.client as PublicClient): Promise<DeployerCheckAnswer> {
  return output.parse(await run({ address }, contextOf(chain, client)));
}

describe("a deployer", () => {
  test("its tokens, the newest first, and what became of each, in few round trips", async () => {
    const { client, trips } = countingNode(chain.url);
    const answer = await ask(chain.deployer, client);
    const states = answer.tokens.map(({ token, state, found_by }) => [token.address, state, found_by]);
    expect(states).toEqual([
      [pulled, "pulled", "nonce"],
      [live, "live", "nonce"],
      [lone, "no_pool", "nonce"],
      // Wrapped ether looks like a token, and was made by the same account.
      [getAddress(chain.contracts.weth), "no_pool", "nonce"],
    ]);
    expect(answer.counts).toMatchObject({ contracts: 6, tokens: 4, pulled: 1, live: 1, gone: 0, unknown: 0 });
    expect(answer).toMatchObject({ deployer: chain.deployer, made_the_asked: null, complete: true });
    expect(trips()).toBeLessThanOrEqual(8);
  });

  test("how much was taken out, and how soon", async () => {
    const answer = await ask(chain.deployer);
    const [pool] = answer.tokens[0]?.pools ?? [];
    // 90 % of all shares but the thousand that nobody has.
    expect(pool).toMatchObject({ version: "v2", quote: "WETH", pulled_bps: 8_999, pulled_by_others_bps: 0, why: null });
    expect(pool?.pulled_after_seconds).toBeGreaterThanOrEqual(600);
    expect(pool?.pulled_after_seconds).toBeLessThan(660);
    expect(BigInt(pool?.quote_left ?? 0) / 10n ** 15n).toBe(300n);
    expect(answer.summary).toBe("Of 4 tokens, 1 had at least half of a pool taken out by the deployer, the soonest after 10 minutes.");
  });

  test("who owns a token now, and since when it is there", async () => {
    const [first] = (await ask(chain.deployer)).tokens;
    expect(first).toMatchObject({
      owner: chain.deployer,
      first_seen_block: expect.any(Number),
      first_seen_at: expect.stringMatching(/Z$/),
    });
  });
});

describe("a contract", () => {
  test("leads to who made it", async () => {
    const answer = await ask(live);
    expect(answer).toMatchObject({ asked: live, deployer: chain.deployer, made_the_asked: { factory: null, sure: "proven", why: null } });
    expect(answer.counts.pulled).toBe(1);
  });

  test("that a factory made leads to who asked for it", async () => {
    const pair = answerPool(await ask(chain.deployer), live);
    expect(await ask(pair)).toMatchObject({ deployer: chain.deployer, made_the_asked: { factory: chain.contracts.uniswapV2Factory } });
  });
});

describe("somebody else", () => {
  test("takes out what is theirs: no deed of the deployer", async () => {
    const token = await chain.deploy("Plain");
    const pair = await chain.addPool(token, "1");
    const friend = privateKeyToAddress(generatePrivateKey());
    const shares = parseEther("200");
    await chain.send(pair, "function transfer(address to, uint256 value)", friend, shares);
    await chain.rpc("anvil_setBalance", [friend, "0xde0b6b3a7640000"]);
    await chain.rpc("anvil_impersonateAccount", [friend]);
    const word = (value: bigint | string) => BigInt(value).toString(16).padStart(64, "0");
    // Straight at the pair: shares in, then burn(friend).
    await sendAs({ from: friend, to: pair, data: `0xa9059cbb${word(pair)}${word(shares)}` });
    await sendAs({ from: friend, to: pair, data: `0x89afcb44${word(friend)}` });
    const [first] = (await ask(chain.deployer)).tokens;
    expect(first).toMatchObject({ state: "live", pools: [{ pulled_bps: 0, pulled_by_others_bps: 6_324 }] });
  });
});

describe("no answer", () => {
  test("for an address where nothing ever was", async () => {
    await expect(ask(privateKeyToAddress(generatePrivateKey()))).rejects.toMatchObject({ reason: "nothing_here" });
  });

  test("for code that no transaction brought", async () => {
    const placed = "0x00000000000000000000000000000000000b0b0b";
    await chain.rpc("anvil_setCode", [placed, "0x00"]);
    await expect(ask(placed)).rejects.toMatchObject({ reason: "creator_unknown" });
  });
});

function answerPool({ tokens }: DeployerCheckAnswer, token: Address): Address {
  return getAddress(tokens.find((one) => one.token.address === token)?.pools[0]?.address ?? "0x");
}
