import "server-only";
import { db } from "@/db/client";
import { findProof, type HostProof } from "@/db/queries/hostProofs";

/** How it stands with a wallet's proof of a host; null where none was begun. */
export function proofOf(account: string, host: string): Promise<HostProof | null> {
  return findProof(db(), { account, host });
}

/** Has this wallet proven that the host (`hostOf(upstream)`) is its own, and is that still so? */
export async function isProven(account: string, host: string): Promise<boolean> {
  return (await proofOf(account, host))?.provedAt != null;
}
