import "server-only";
import { db } from "@/db/client";
import { deleteProof } from "@/db/queries/hostProofs";
import { publicUpstreams } from "@/db/queries/listingStates";
import { fieldFault } from "../fieldFault";
import { hostOf } from "./hostOf";

/** Forgets a wallet's proof of a host. Throws `invalid_input` (`host_in_use`) while something is sold from it. */
export async function removeProof(account: string, host: string): Promise<void> {
  const there = await publicUpstreams(db(), account);
  if (there.some(({ upstream }) => URL.canParse(upstream) && hostOf(upstream) === host)) {
    throw fieldFault("host", "host_in_use", `You sell from ${host}. Take those listings off first.`);
  }
  await deleteProof(db(), { account, host });
}
