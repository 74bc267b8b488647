import { SettingsError } from "../env";
import { rpc } from "./rpc";

/** Makes sure that RPC_URL really serves the network that payments are taken on: a wrong one would take another's money. */
export async function checkRpc(rpcUrl: string, chainId: number): Promise<void> {
  const host = new URL(rpcUrl).host;
  const answered = await rpc<string>(rpcUrl, "eth_chainId", [], 15_000).catch((error: Error) => {
    throw new SettingsError([`RPC_URL (${host}) doesn't answer: ${error.message}.`]);
  });
  if (Number(answered) !== chainId) {
    throw new SettingsError([`RPC_URL (${host}) serves chain ${Number(answered)}, but NETWORK is chain ${chainId}.`]);
  }
}
