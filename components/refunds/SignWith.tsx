"use client";

import { useConnection } from "wagmi";
import { Hash } from "@/components/ui/Hash";
import { Note } from "@/components/ui/Note";
import { ConnectMenu } from "@/components/wallet/ConnectMenu";

/** In the place of a button that can't work yet: which wallet has to be connected for it. */
export function SignWith({ account }: { account: string }) {
  const { address } = useConnection();
  return (
    <Note>
      <p>
        {address ? "Another wallet is connected. " : ""}This has to be signed by <Hash value={account} />.
      </p>
      {address ? null : (
        <div className="mt-2">
          <ConnectMenu />
        </div>
      )}
    </Note>
  );
}
