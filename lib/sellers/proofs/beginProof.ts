import "server-only";
import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { beginProof as begin, countProofs, findProof, type HostProof } from "@/db/queries/hostProofs";
import { fieldFault } from "../fieldFault";
import { HOSTS_OF_ONE } from "../limits";

/** A proof to place: new, or the one that was begun before with the same token. Throws `invalid_input` (`too_many_hosts`). */
export async function beginProof(account: string, host: string): Promise<HostProof> {
  const known = await findProof(db(), { account, host });
  if (known) return known;
  if ((await countProofs(db(), account)) >= HOSTS_OF_ONE) {
    throw fieldFault("host", "too_many_hosts", `One wallet has at most ${HOSTS_OF_ONE} hosts here. Remove one that you don't sell from.`);
  }
  await begin(db(), { account, host }, randomBytes(18).toString("base64url"));
  const made = await findProof(db(), { account, host });
  if (!made) throw new Error("a proof that was just begun is not there");
  return made;
}
