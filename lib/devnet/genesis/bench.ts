import {
  type Abi,
  type Address,
  createPublicClient,
  createTestClient,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  http,
  type LocalAccount,
  type TransactionSerializable,
} from "viem";
import { baseSepolia } from "viem/chains";
import { testAccount } from "../accounts";
import { rpc } from "../rpc";

export type Call = { to: Address; abi: Abi; functionName: string; args: readonly unknown[]; value?: bigint };

/** The tools to furnish a chain that mines each transaction at once. */
export type Bench = {
  deployer: Address;
  deploy: (abi: Abi, bytecode: Hex, args?: readonly unknown[]) => Promise<Address>;
  /** Runs a constructor where the contract shall live: what it keeps in code or storage is as if it had been deployed there. */
  construct: (address: Address, abi: Abi, bytecode: Hex, args?: readonly unknown[]) => Promise<void>;
  send: (call: Call) => Promise<void>;
  /** The same for a call that may as well be refused. */
  attempt: (call: Call) => Promise<void>;
  /** Lets the account itself act by the code of this contract (EIP-7702). */
  delegate: (contract: Address) => Promise<void>;
  read: (call: Call) => Promise<unknown>;
  codeAt: (address: Address) => Promise<Hex>;
  setCode: (address: Address, bytecode: Hex) => Promise<void>;
  setStorage: (address: Address, index: Hex | number, value: Hex) => Promise<void>;
  setBalance: (address: Address, value: bigint) => Promise<void>;
};

type Request = { to?: Address | undefined; data: Hex; value?: bigint | undefined; authorizationList?: unknown[] };

/** Enough for any deployment here, and it spares an estimate each. */
const GAS = 12_000_000n;

export function openBench(rpcUrl: string, deployer: LocalAccount = testAccount("deployer")): Bench {
  const shared = { chain: baseSepolia, transport: http(rpcUrl) };
  const reader = createPublicClient(shared);
  const test = createTestClient({ ...shared, mode: "anvil" });
  const fees = { chainId: baseSepolia.id, gas: GAS, maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 0n };
  let nonce = 0;

  /** One question a transaction: it is answered once the transaction is in a block. */
  const submit = async (transaction: Request) => {
    const signed = await deployer.signTransaction({ ...fees, nonce: nonce++, ...transaction } as TransactionSerializable);
    return rpc<{ status: Hex }>(rpcUrl, "eth_sendRawTransactionSync", [signed]);
  };
  const insist = async (what: string, transaction: Request) => {
    const { status } = await submit(transaction);
    if (Number(status) !== 1) throw new Error(`The local chain refused to ${what}.`);
  };
  const setCode = (address: Address, bytecode: Hex) => test.setCode({ address, bytecode });
  return {
    deployer: deployer.address,
    deploy: async (abi, bytecode, args = []) => {
      const address = getContractAddress({ from: deployer.address, nonce: BigInt(nonce) });
      await insist("deploy a contract", { data: encodeDeployData({ abi, bytecode, args }) });
      return address;
    },
    construct: async (address, abi, bytecode, args = []) => {
      await setCode(address, encodeDeployData({ abi, bytecode, args }));
      const { data: code } = await reader.call({ account: deployer, to: address, gas: GAS });
      if (!code) throw new Error(`The constructor at ${address} left no code.`);
      await insist("run a constructor", { to: address, data: "0x" });
      await setCode(address, code);
    },
    send: ({ to, value, ...call }) => insist(call.functionName, { to, value, data: encodeFunctionData(call) }),
    attempt: async ({ to, value, ...call }) => void (await submit({ to, value, data: encodeFunctionData(call) })),
    delegate: async (contract) => {
      if (!deployer.signAuthorization) throw new Error("This account can't sign what it delegates.");
      const authorization = await deployer.signAuthorization({ contractAddress: contract, chainId: baseSepolia.id, nonce: nonce + 1 });
      await insist("delegate an account", { to: deployer.address, data: "0x", authorizationList: [authorization] });
      // What was signed counts as one more of the account's steps.
      nonce++;
    },
    read: ({ to, ...call }) => reader.readContract({ address: to, ...call }),
    codeAt: async (address) => (await reader.getCode({ address })) ?? "0x",
    setCode,
    setStorage: (address, index, value) => test.setStorageAt({ address, index, value }),
    setBalance: (address, value) => test.setBalance({ address, value }),
  };
}
