import {
  type Address,
  encodeFunctionData,
  type Hex,
  maxUint256,
  type PublicClient,
  parseAbi,
  parseEther,
  serializeTransaction,
} from "viem";
import { generatePrivateKey, privateKeyToAccount, privateKeyToAddress } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf } from "@/lib/chain/testdata/contextOf";
import { countingNode } from "@/lib/chain/testdata/countingNode";
import { fixture } from "@/lib/chain/testdata/fixtures";
import { startTestChain, type TestChain } from "../token-safety/testdata/chain";
import { run } from "./run";
import { input, output, type TxPreflightAnswer } from "./schema";

const ABI = parseAbi([
  "function transfer(address to, uint256 amount)",
  "function approve(address spender, uint256 amount)",
  "function setApprovalForAll(address operator, bool approved)",
  "function transferFrom(address from, address to, uint256 id)",
  "function deposit() payable",
  "function claim() payable",
  "function buy() payable",
  "function securityUpdate() payable",
  "function play()",
  "function execute(address to, uint256 value, bytes data) payable",
  "function swapExactETHForTokens(uint256 minOut, address[] path, address to, uint256 deadline) payable",
]);
const SUPPLY = parseEther("1000000");
const ETHER = parseEther("1");

let chain: TestChain;
let token: Address;
beforeAll(async () => {
  chain = await startTestChain();
  token = await chain.deploy("Plain");
});
afterAll(() => chain?.stop());

const stranger = () => privateKeyToAddress(generatePrivateKey());

async function ask(given: Record<string, unknown>, client = chain.client as PublicClient): Promise<TxPreflightAnswer> {
  return output.parse(await run(input.parse(given), contextOf(chain, client)));
}

function call(to: Address, functionName: string, args: readonly unknown[] = [], value = 0n, from: Address = chain.deployer) {
  const data = encodeFunctionData({ abi: ABI, functionName, args } as never);
  return { from, to, data, value: value.toString() };
}

const ids = ({ risks }: TxPreflightAnswer) => risks.map(({ id, severity }) => `${severity} ${id}`);

describe("what would change", () => {
  test("a transfer of tokens, to the unit, in few round trips", async () => {
    const to = stranger();
    const { client, trips } = countingNode(chain.url);
    const answer = await ask(call(token, "transfer", [to, 5n]), client);
    expect(answer).toMatchObject({ outcome: "succeeds", reason: null, kind: "call", ether: [], approvals: [], not_checked: [] });
    const facts = { address: token, symbol: "PLN", decimals: 18 };
    expect(answer.tokens).toEqual([
      { token: facts, address: chain.deployer, change: "-5", told: "-5", agrees: true },
      { token: facts, address: to, change: "5", told: "5", agrees: true },
    ]);
    expect(answer.calls).toEqual([{ depth: 0, to: token, selector: "0xa9059cbb", name: "transfer", arguments: [to, "5"], words: 2 }]);
    expect(ids(answer)).toEqual([]);
    expect(trips()).toBeLessThanOrEqual(7);
  });

  test("the gas that the chain then takes, within what comes back in refunds", async () => {
    const to = stranger();
    const sent = call(token, "transfer", [to, 5n]);
    const answer = await ask(sent);
    const hash = await chain.wallet.sendTransaction({ to: token, data: sent.data });
    const { gasUsed } = await chain.client.waitForTransactionReceipt({ hash });
    expect(answer.gas).toBe(Number(gasUsed));
  });

  test("ether, plainly", async () => {
    const to = stranger();
    const answer = await ask({ from: chain.deployer, to, value: "7" });
    expect(answer).toMatchObject({ outcome: "succeeds", kind: "transfer", gas: 21_000 });
    expect(answer.ether.map(({ address, change }) => [address, change])).toEqual([
      [chain.deployer, "-7"],
      [to, "7"],
    ]);
    expect(ids(answer)).toEqual(["low never_used"]);
  });

  test("wrapped ether counts as gained though its events are its own", async () => {
    const answer = await ask(call(chain.contracts.weth, "deposit", [], ETHER));
    expect(answer.tokens).toMatchObject([{ address: chain.deployer, change: ETHER.toString(), agrees: true }]);
    expect(ids(answer)).toEqual([]);
  });

  test("a purchase through the real router", async () => {
    await chain.addPool(token);
    const path = [chain.contracts.weth, token];
    const args = [1n, path, chain.deployer, maxUint256];
    const { client, trips } = countingNode(chain.url);
    const answer = await ask(call(chain.contracts.uniswapV2Router, "swapExactETHForTokens", args, ETHER), client);
    expect(answer.outcome).toBe("succeeds");
    const bought = answer.tokens.find(({ address, token: { address: of } }) => address === chain.deployer && of === token);
    expect(bought?.agrees).toBe(true);
    // 1 ether into 50 beside 100,000 tokens, less 0.3 %.
    expect(BigInt(bought?.change ?? 0)).toBe((997n * ETHER * parseEther("100000")) / (1000n * parseEther("50") + 997n * ETHER));
    expect(ids(answer)).toEqual([]);
    expect(trips()).toBeLessThanOrEqual(9);
  });

  test("a fee on the way is told by the balances", async () => {
    const taxed = await chain.deploy("FixedTax");
    const holder = stranger();
    await chain.send(taxed, "function transfer(address to, uint256 value)", holder, 10_000n);
    const to = stranger();
    const { tokens } = await ask(call(taxed, "transfer", [to, 10_000n], 0n, holder));
    expect(tokens.find(({ address }) => address === to)?.change).toBe("9700");
  });

  test("events without effect are called lies", async () => {
    const liar = await chain.create(fixture("Liar"));
    const answer = await ask(call(liar, "claim"));
    expect(answer.tokens.find(({ address }) => address === chain.deployer)).toMatchObject({ change: "0", told: "1000", agrees: false });
    expect(ids(answer)).toContain("medium events_lie");
  });

  test("an item of a collection", async () => {
    const items = await chain.create(fixture("Items"));
    const to = stranger();
    const answer = await ask(call(items, "transferFrom", [chain.deployer, to, 2n]));
    expect(answer.items).toMatchObject([{ token: { symbol: "ITEM" }, id: "2", count: "1", from: chain.deployer, to }]);
  });

  test("a deployment, where it would stand and that it works", async () => {
    const { bytecode } = fixture("Vault");
    const answer = await ask({ from: chain.deployer, data: bytecode });
    const made = await chain.create(fixture("Vault"));
    expect(answer).toMatchObject({ kind: "deployment", outcome: "succeeds", creates: made, to: null });
  });
});

describe("what would not go through", () => {
  test("more than there is", async () => {
    const answer = await ask(call(token, "transfer", [stranger(), 1n], 0n, stranger()));
    expect(answer).toMatchObject({ outcome: "reverts", reason: "an arithmetic overflow", gas: null, tokens: [] });
    expect(answer.summary).toBe("It would revert: nothing changes but the fee that is paid for trying.");
  });

  test("the contract's own words, quoted", async () => {
    const puller = await chain.create(fixture("Puller"));
    const data = encodeFunctionData({ abi: parseAbi(["function collect(address t, address f, uint256 a)"]), args: [token, token, 1n] });
    expect(await ask({ from: stranger(), to: puller, data })).toMatchObject({ outcome: "reverts", reason: "“no”" });
  });

  test("ether that the sender lacks", async () => {
    const answer = await ask({ from: stranger(), to: stranger(), value: "1" });
    expect(answer).toMatchObject({ outcome: "reverts", reason: "The sender has less ether than it would send." });
  });
});

describe("risks", () => {
  test("everything to a plain account", async () => {
    const spender = stranger();
    const answer = await ask(call(token, "approve", [spender, maxUint256]));
    expect(answer.approvals).toMatchObject([
      { standard: "erc20", spender, spender_is: "nothing", before: "0", after: maxUint256.toString(), unlimited: true },
    ]);
    expect(answer.risk).toBe("high");
    expect(ids(answer)).toEqual(["high approval_to_account"]);
  });

  test("everything to a contract; a little; and taking it back", async () => {
    const spender = chain.contracts.uniswapV2Router;
    const other = await chain.deploy("Plain");
    expect(ids(await ask(call(other, "approve", [spender, maxUint256])))).toEqual(["medium approval_unlimited"]);
    expect(ids(await ask(call(other, "approve", [spender, 10n])))).toEqual([]);
    await chain.send(other, "function approve(address spender, uint256 value)", spender, maxUint256);
    const back = await ask(call(other, "approve", [spender, 0n]));
    expect(back.approvals).toMatchObject([{ before: maxUint256.toString(), after: "0", unlimited: false }]);
    expect(ids(back)).toEqual([]);
  });

  test("a whole collection", async () => {
    const items = await chain.create(fixture("Items"));
    const args = [chain.contracts.uniswapV2Router, true];
    expect(ids(await ask(call(items, "setApprovalForAll", args)))).toEqual(["medium approval_of_all_items"]);
  });

  test("ether that is passed on, or kept for nothing; and shops and vaults that note who paid", async () => {
    const taker = stranger();
    const make = (name: string, ...args: unknown[]) => chain.create(fixture(name), args);
    const [passer, keeper, shop, vault] = [
      await make("Passer", taker),
      await make("Keeper"),
      await make("Shop", taker),
      await make("Vault"),
    ];
    const passed = await ask(call(passer, "claim", [], ETHER));
    expect(ids(passed)).toEqual(["high ether_passed_on"]);
    expect(passed.summary).toContain(taker);
    expect(ids(await ask({ from: chain.deployer, to: passer, value: "5" }))).toEqual(["high ether_passed_on"]);
    expect(ids(await ask(call(keeper, "securityUpdate", [], ETHER)))).toEqual(["high ether_for_nothing"]);
    expect(ids(await ask(call(shop, "buy", [], ETHER)))).toEqual(["info ether_goes_on"]);
    expect(ids(await ask(call(vault, "deposit", [], ETHER)))).toEqual([]);
  });

  test("tokens to their own contract, and to one that can't move them", async () => {
    const stuck = await chain.create({ abi: [], bytecode: "0x6001600c60003960016000f300" });
    expect(ids(await ask(call(token, "transfer", [token, 1n])))).toEqual(["high tokens_to_own_contract"]);
    expect(ids(await ask(call(token, "transfer", [stuck, 1n])))).toEqual(["high tokens_to_stuck_contract"]);
  });

  test("data for nobody", async () => {
    expect(ids(await ask(call(stranger(), "claim")))).toEqual(["medium no_contract"]);
  });

  test("what depends on the block", async () => {
    const { abi, bytecode } = fixture("Moody");
    const moody = await chain.create({ abi, bytecode });
    await chain.rpc("anvil_setBalance", [moody, "0x100"]);
    const answer = await ask(call(moody, "play"));
    expect(answer.looks_at).toContain("time");
    expect(ids(answer)).toContain("medium depends_on_block");
  });

  test("a proxy whose code one key can swap", async () => {
    const key = stranger();
    const proxy = await chain.deploy("Proxy1967", await chain.deploy("ProxiedToken"), key);
    await chain.send(proxy, "function start(address to)", chain.deployer);
    const answer = await ask(call(proxy, "transfer", [stranger(), 1n]));
    expect(ids(answer)).toEqual(["low code_swappable"]);
    expect(answer.risks[0]?.text).toContain(key);
  });

  test("an account that hands itself over", async () => {
    const me = privateKeyToAccount(generatePrivateKey());
    const sweeper = await chain.create(fixture("Sweeper"));
    const authorization = await me.signAuthorization({ contractAddress: sweeper, chainId: 84532, nonce: 0 });
    const transaction = serializeTransaction({
      chainId: 84532,
      type: "eip7702",
      to: me.address,
      value: ETHER,
      nonce: 0,
      authorizationList: [authorization],
    });
    const answer = await ask({ from: chain.deployer, transaction });
    expect(ids(answer)[0]).toBe("high hand_over");
    // The code is at work already: what comes in goes out at once.
    expect(answer.ether.map(({ address, change }) => [address, change])).toContainEqual([
      "0x000000000000000000000000000000000000bEEF",
      ETHER.toString(),
    ]);
  });
});

describe("whole transactions", () => {
  const signedBy = async (key: Hex, chainId = 84532) =>
    privateKeyToAccount(key).signTransaction({
      chainId,
      type: "eip1559",
      to: token,
      nonce: 3,
      data: call(token, "transfer", [token, 0n]).data,
      gas: 100_000n,
    });

  test("a signed one names its sender, and its number is held against the account's", async () => {
    const key = generatePrivateKey();
    const answer = await ask({ transaction: await signedBy(key) });
    expect(answer.from).toBe(privateKeyToAddress(key));
    expect(ids(answer)).toContain("medium nonce");
  });

  test("of another chain, of nobody, of no shape", async () => {
    const other = await signedBy(generatePrivateKey(), 1);
    await expect(ask({ transaction: other })).rejects.toMatchObject({ reason: "wrong_chain" });
    await expect(ask({ transaction: serializeTransaction({ chainId: 84532, type: "eip1559", to: token }) })).rejects.toMatchObject({
      reason: "no_sender",
    });
    await expect(ask({ from: token, transaction: "0x02c0ffee" })).rejects.toMatchObject({ reason: "bad_transaction" });
  });
});

describe("signatures", () => {
  const permit = (spender: Address, chainId = 84532) => ({
    domain: { name: "x", version: "1", chainId, verifyingContract: token },
    primaryType: "Permit",
    types: { Permit: [{ name: "owner", type: "address" }] },
    message: { owner: chain.deployer, spender, value: maxUint256.toString(), nonce: 0, deadline: 1 },
  });

  test("a permit to a plain account, in one read of the chain", async () => {
    const spender = stranger();
    const { client, trips } = countingNode(chain.url);
    const answer = await ask({ sign: permit(spender) }, client);
    expect(answer).toMatchObject({ kind: "signature", outcome: "nothing_yet", risk: "high", from: chain.deployer, to: token });
    expect(answer.allows).toEqual([
      {
        token: { address: token, symbol: "PLN", decimals: 18 },
        spender,
        amount: maxUint256.toString(),
        unlimited: true,
        expires: null,
        text: `${spender} may take any amount of ${token}.`,
      },
    ]);
    expect(ids(answer)).toEqual(["high approval_to_account", "medium approval_unlimited", "low lasting"]);
    expect(trips()).toBe(2);
  });

  test("of another chain, and of a kind that nobody here knows", async () => {
    await expect(ask({ sign: permit(token, 1) })).rejects.toMatchObject({ reason: "wrong_chain" });
    const answer = await ask({ sign: { ...permit(token), primaryType: "Anything" } });
    expect(answer).toMatchObject({ risk: "high", allows: [] });
    expect(ids(answer)).toEqual(["high unknown_message"]);
  });
});

test("nothing that a token calls itself gets into our own sentences", async () => {
  const answer = await ask(call(token, "transfer", [stranger(), SUPPLY / 1000n]));
  expect(`${answer.summary}${answer.risks.map(({ text }) => text).join("")}`).not.toContain("PLN");
});
