import "server-only";
import { type Address, createWalletClient, type Hex, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { settlementChain } from "../chainClient";
import { paymentNetwork } from "../chains";
import { env } from "../env";
import { parseUsdc } from "../money";
import { usdcAbi } from "../settlement/usdc";

const AMOUNT = parseUsdc("25");

/** Mints are sent one after the other: they share one account and its nonce. */
let line: Promise<unknown> = Promise.resolve();

/** Puts 25 test USDC into a wallet of the local chain. Gives the new balance in atomic units. */
export function fillTestWallet(to: Address, minterKey: Hex): Promise<bigint> {
  const turn = line.then(() => mint(to, minterKey));
  line = turn.catch(() => undefined);
  return turn;
}

async function mint(to: Address, minterKey: Hex): Promise<bigint> {
  const { rpcUrl, network } = env();
  const chain = settlementChain();
  const usdc = { address: paymentNetwork(network).asset.address, abi: usdcAbi } as const;
  const wallet = createWalletClient({ account: privateKeyToAccount(minterKey), chain: chain.chain, transport: http(rpcUrl) });
  const hash = await wallet.writeContract({ ...usdc, chain: chain.chain, functionName: "mint", args: [to, AMOUNT] });
  await chain.waitForTransactionReceipt({ hash, timeout: 10_000 });
  return chain.readContract({ ...usdc, functionName: "balanceOf", args: [to] });
}
