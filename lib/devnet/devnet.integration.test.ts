import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { type Address, createPublicClient, createWalletClient, type Hex, http, parseAbi, parseEther } from "viem";
import { baseSepolia } from "viem/chains";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { paymentNetwork } from "../chains";
import { testAccount } from "./accounts";
import { bestBlock } from "./compactState";
import { commandLine } from "./processes";
import { rpc } from "./rpc";
import { type Devnet, startDevnet } from "./startDevnet";

const usdc = paymentNetwork("eip155:84532").asset;
const usdcAbi = parseAbi([
  "function name() view returns (string)",
  "function symbol() view returns (string)",
  "function version() view returns (string)",
  "function balanceOf(address) view returns (uint256)",
  "function authorizationState(address, bytes32) view returns (bool)",
  "function transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)",
  "function transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)",
]);
const routerAbi = parseAbi([
  "function swapExactETHForTokensSupportingFeeOnTransferTokens(uint256,address[],address,uint256) payable",
  "function swapExactTokensForETHSupportingFeeOnTransferTokens(uint256,uint256,address[],address,uint256)",
]);
const tokenAbi = parseAbi(["function balanceOf(address) view returns (uint256)", "function approve(address,uint256) returns (bool)"]);

const dir = mkdtempSync(join(tmpdir(), "coinslot-devnet-"));
let devnet: Devnet;

const start = () => startDevnet({ dir, volatile: true });
const reader = () => createPublicClient({ chain: baseSepolia, transport: http(devnet.rpcUrl), pollingInterval: 20 });
const walletOf = (role: "settler" | "deployer") =>
  createWalletClient({ account: testAccount(role), chain: baseSepolia, transport: http(devnet.rpcUrl) });
const balance = (of: Address) => reader().readContract({ address: usdc.address, abi: usdcAbi, functionName: "balanceOf", args: [of] });
const never = 2n ** 64n;

async function authorize(value: bigint): Promise<{ nonce: Hex; send: () => Promise<Hex> }> {
  const buyer = testAccount("buyer");
  const nonce: Hex = `0x${randomBytes(32).toString("hex")}`;
  const message = { from: buyer.address, to: testAccount("seller").address, value, validAfter: 0n, validBefore: never, nonce };
  const signature = await buyer.signTypedData({
    domain: { ...usdc.eip712, chainId: 84532, verifyingContract: usdc.address },
    types: {
      TransferWithAuthorization: [
        { name: "from", type: "address" },
        { name: "to", type: "address" },
        { name: "value", type: "uint256" },
        { name: "validAfter", type: "uint256" },
        { name: "validBefore", type: "uint256" },
        { name: "nonce", type: "bytes32" },
      ],
    },
    primaryType: "TransferWithAuthorization",
    message,
  });
  const args = [message.from, message.to, value, 0n, never, nonce, signature] as const;
  const send = () =>
    walletOf("settler").writeContract({
      address: usdc.address,
      abi: usdcAbi,
      functionName: "transferWithAuthorization",
      args,
      gas: 200_000n,
    });
  return { nonce, send };
}

beforeAll(async () => {
  devnet = await start();
});
afterAll(async () => {
  await devnet.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe("USDC", () => {
  it("is the one that clients know from Base Sepolia", async () => {
    const read = (functionName: "name" | "symbol" | "version") =>
      reader().readContract({ address: usdc.address, abi: usdcAbi, functionName });
    expect([await read("name"), await read("symbol"), await read("version")]).toEqual(["USDC", "USDC", "2"]);
  });

  it("moves money by a signed authorization, once", async () => {
    const buyer = testAccount("buyer").address;
    const before = await balance(buyer);
    const { nonce, send } = await authorize(5_000n);
    const first = await reader().waitForTransactionReceipt({ hash: await send() });
    const second = await reader().waitForTransactionReceipt({ hash: await send() });
    expect([first.status, second.status]).toEqual(["success", "reverted"]);
    expect(await balance(buyer)).toBe(before - 5_000n);
    const used = { address: usdc.address, abi: usdcAbi, functionName: "authorizationState", args: [buyer, nonce] } as const;
    expect(await reader().readContract(used)).toBe(true);
    expect(await reader().getBalance({ address: buyer })).toBe(0n);
  });
});

describe("sample tokens", () => {
  const { uniswapV2Router, weth } = {
    uniswapV2Router: "0x1689E7B1F10000AE47eBfE339a4f69dECd19F602",
    weth: "0x4200000000000000000000000000000000000006",
  } as const;
  const me = testAccount("settler").address;

  async function trade(name: string): Promise<{ bought: bigint; sold: string }> {
    const token = devnet.sampleTokens.find((t) => t.name === name)?.address as Address;
    const wallet = walletOf("settler");
    const done = async (hash: Hex) => (await reader().waitForTransactionReceipt({ hash })).status;
    const buy = { address: uniswapV2Router, abi: routerAbi, functionName: "swapExactETHForTokensSupportingFeeOnTransferTokens" } as const;
    await done(await wallet.writeContract({ ...buy, args: [0n, [weth, token], me, never], value: parseEther("0.1"), gas: 500_000n }));
    const bought = await reader().readContract({ address: token, abi: tokenAbi, functionName: "balanceOf", args: [me] });
    await done(
      await wallet.writeContract({
        address: token,
        abi: tokenAbi,
        functionName: "approve",
        args: [uniswapV2Router, bought],
        gas: 100_000n,
      }),
    );
    const sell = { address: uniswapV2Router, abi: routerAbi, functionName: "swapExactTokensForETHSupportingFeeOnTransferTokens" } as const;
    const sold = await done(await wallet.writeContract({ ...sell, args: [bought, 0n, [token, weth], me, never], gas: 500_000n }));
    return { bought, sold };
  }

  it.each(["Plain", "Fixed tax", "Owner-mintable"])("%s is bought and sold again", async (name) => {
    const { bought, sold } = await trade(name);
    expect(bought).toBeGreaterThan(0n);
    expect(sold).toBe("success");
  });

  it("Honeypot is bought, and its sale reverts", async () => {
    const { bought, sold } = await trade("Honeypot");
    expect(bought).toBeGreaterThan(0n);
    expect(sold).toBe("reverted");
  });
});

describe("a restart", () => {
  const snapshot = async (hash: Hex, nonce: Hex) => {
    const buyer = testAccount("buyer").address;
    const { blockNumber, logs, status } = await reader().getTransactionReceipt({ hash });
    const used = { address: usdc.address, abi: usdcAbi, functionName: "authorizationState", args: [buyer, nonce] } as const;
    const found = await reader().getLogs({ address: usdc.address, fromBlock: blockNumber, toBlock: blockNumber });
    return {
      blockNumber,
      logs: logs.length,
      status,
      used: await reader().readContract(used),
      found: found.length,
      balance: await balance(buyer),
    };
  };
  const chainAge = async () => Math.abs(Date.now() / 1000 - Number((await reader().getBlock()).timestamp));
  const anvilPid = () => Number(readFileSync(join(dir, "chain", "anvil.pid"), "utf8"));

  it("keeps the chain and the ledger, with the clock on time", async () => {
    const { nonce, send } = await authorize(7_000n);
    const hash = await send();
    const before = await snapshot(hash, nonce);
    const height = await reader().getBlockNumber();
    const sql = postgres(devnet.databaseUrl);
    await sql`create table kept (n int)`;
    await sql.end();
    await devnet.stop();
    devnet = await start();
    expect(await snapshot(hash, nonce)).toEqual(before);
    expect(await reader().getBlockNumber()).toBeGreaterThanOrEqual(height);
    expect(await chainAge()).toBeLessThan(3);
    const again = postgres(devnet.databaseUrl);
    expect(await again`select count(*)::int as n from kept`).toMatchObject([{ n: 0 }]);
    await again.end();
  });

  it("keeps what was saved when everything is killed without a warning", async () => {
    const { nonce, send } = await authorize(9_000n);
    const hash = await send();
    const before = await snapshot(hash, nonce);
    const saved = () => bestBlock(readFileSync(join(dir, "chain", "state.json"))) ?? -1;
    await expect.poll(saved, { timeout: 30_000 }).toBeGreaterThanOrEqual(Number(before.blockNumber));
    process.kill(anvilPid(), "SIGKILL");
    process.kill(Number(readFileSync(join(dir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
    await devnet.children.crashed.catch(() => {});
    await devnet.stop();
    devnet = await start();
    expect(await snapshot(hash, nonce)).toEqual(before);
    expect(await chainAge()).toBeLessThan(3);
  });
});

it("leaves no process behind when its owner is killed", async () => {
  const own = mkdtempSync(join(tmpdir(), "coinslot-orphan-"));
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/devnet.ts", "--dir", own];
  const owner = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void owner.kill("SIGKILL"));
  await new Promise((resolve) => owner.stdout.on("data", (text) => String(text).includes("Ctrl-C") && resolve(null)));
  const pids = [
    Number(readFileSync(join(own, "chain", "anvil.pid"), "utf8")),
    Number(readFileSync(join(own, "postgres", "postmaster.pid"), "utf8").split("\n")[0]),
  ];
  expect(pids.map((pid) => commandLine(pid)?.includes(own))).toEqual([true, true]);
  owner.kill("SIGKILL");
  for (let waited = 0; waited < 8_000 && pids.some((pid) => commandLine(pid)); waited += 50) await new Promise((r) => setTimeout(r, 50));
  expect(pids.map((pid) => commandLine(pid))).toEqual([null, null]);
  expect(execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })).not.toContain(own);
  rmSync(own, { recursive: true, force: true });
});

it("starts within seconds once its parts are cached", async () => {
  const own = mkdtempSync(join(tmpdir(), "coinslot-quick-"));
  const began = performance.now();
  const quick = await startDevnet({ dir: own, volatile: true });
  const took = performance.now() - began;
  expect(await rpc(quick.rpcUrl, "eth_chainId", [])).toBe("0x14a34");
  await quick.stop();
  rmSync(own, { recursive: true, force: true });
  expect(took).toBeLessThan(10_000);
});
