import {
  type Abi,
  type Address,
  createPublicClient,
  createTestClient,
  createWalletClient,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  http,
} from "viem";
import { baseSepolia } from "viem/chains";
import { testAccount } from "../accounts";
import { until } from "../until";

export type Call = { to: Address; abi: Abi; functionName: string; args: readonly unknown[]; value?: bigint };

/** The tools to furnish a chain that mines each transaction at once. */
export type Bench = {
  deployer: Address;
  deploy: (abi: Abi, bytecode: Hex, args?: readonly unknown[]) => Promise<Address>;
  /** Runs a constructor where the contract shall live: what it keeps in code or storage is as if it had been deployed there. */
  construct: (address: Address, abi: Abi, bytecode: Hex, args?: readonly unknown[]) => Promise<void>;
  send: (call: Call) => Promise<void>;
  read: (call: Call) => Promise<unknown>;
  codeAt: (address: Address) => Promise<Hex>;
  setCode: (address: Address, bytecode: Hex) => Promise<void>;
  setStorage: (address: Address, index: Hex | number, value: Hex) => Promise<void>;
  setBalance: (address: Address, value: bigint) => Promise<void>;
};

/** Enough for any deployment here, and it spares an estimate each. */
const GAS = 12_000_000n;

export function openBench(rpcUrl: string): Bench {
  const deployer = testAccount("deployer");
  const shared = { chain: baseSepolia, transport: http(rpcUrl) };
  const reader = createPublicClient(shared);
  const wallet = createWalletClient({ ...shared, account: deployer });
  const test = createTestClient({ ...shared, mode: "anvil" });
  let nonce = 0;

  const submit = async (what: string, transaction: { to?: Address; data: Hex; value?: bigint }) => {
    const hash = await wallet.sendTransaction({
      ...transaction,
      nonce: nonce++,
      gas: GAS,
      maxFeePerGas: 10n ** 10n,
      maxPriorityFeePerGas: 0n,
    });
    // Mined at once, yet on a busy machine not before this line is reached.
    const { status } = await until("The receipt of a set-up transaction", 30_000, () => reader.getTransactionReceipt({ hash }));
    if (status !== "success") throw new Error(`The local chain refused to ${what}.`);
  };
  const setCode = (address: Address, bytecode: Hex) => test.setCode({ address, bytecode });
  return {
    deployer: deployer.address,
    deploy: async (abi, bytecode, args = []) => {
      const address = getContractAddress({ from: deployer.address, nonce: BigInt(nonce) });
      await submit("deploy a contract", { data: encodeDeployData({ abi, bytecode, args }) });
      return address;
    },
    construct: async (address, abi, bytecode, args = []) => {
      await setCode(address, encodeDeployData({ abi, bytecode, args }));
      const { data: code } = await reader.call({ account: deployer, to: address, gas: GAS });
      if (!code) throw new Error(`The constructor at ${address} left no code.`);
      await submit("run a constructor", { to: address, data: "0x" });
      await setCode(address, code);
    },
    send: ({ to, value, ...call }) => submit(call.functionName, { to, value, data: encodeFunctionData(call) }),
    read: ({ to, ...call }) => reader.readContract({ address: to, ...call }),
    codeAt: async (address) => (await reader.getCode({ address })) ?? "0x",
    setCode,
    setStorage: (address, index, value) => test.setStorageAt({ address, index, value }),
    setBalance: (address, value) => test.setBalance({ address, value }),
  };
}
