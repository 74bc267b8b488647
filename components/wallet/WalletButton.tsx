"use client";

import { useConnection } from "wagmi";
import { AccountMenu } from "./AccountMenu";
import { ConnectMenu } from "./ConnectMenu";

/** The header's wallet: connect, or who is connected. */
export function WalletButton() {
  const { address } = useConnection();
  return address ? <AccountMenu address={address} /> : <ConnectMenu />;
}
