import { calldata } from "./bytes";
import { SEL } from "./selectors";
import type { Stage } from "./stage";

/** Money out of nowhere: ether that is wrapped, or a balance written where the token keeps it. */
export function fund(stage: Stage, quote: bigint, who: bigint, amount: bigint): boolean {
  stage.world.setBalance(who, stage.world.balance(who) + amount);
  stage.call(who, quote, calldata(SEL.deposit), { value: amount });
  if ((stage.balance(quote, who) ?? 0n) >= amount) return true;
  const { seen } = stage.call(who, quote, calldata(SEL.balanceOf, [who]), { readOnly: true });
  for (const [hash, preimage] of seen.hashes) {
    if (!keyedBy(preimage, who)) continue;
    for (const [address, slots] of seen.reads) if (slots.has(hash)) stage.world.setSlot(address, hash, amount);
  }
  return (stage.balance(quote, who) ?? 0n) >= amount;
}

/** A mapping's slot is the hash of its key and its own place. */
export function keyedBy(preimage: Uint8Array, key: bigint): boolean {
  return preimage.length === 64 && BigInt(`0x${Buffer.from(preimage.subarray(0, 32)).toString("hex")}`) === key;
}
