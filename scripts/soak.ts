/** `npm run soak -- [seconds] [seed]`: two servers under load while everything around them breaks; then the books are compared. */
import { soak } from "@/lib/testing/soak/soak";

const seconds = Number(process.argv[2] ?? 180);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
console.log(`${seconds} s with seed ${seed}; the same seed breaks the same things in the same order.`);
const started = Date.now();
const result = await soak({
  seed,
  seconds,
  buyers: 30,
  say: (line) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}`),
});
console.log(result);
const { chargedTwice, answeredUnpaid, paidUnanswered, lost, ledgerDiffers } = result;
console.log(
  `charged twice ${chargedTwice}, answered unpaid ${answeredUnpaid}, paid and unanswered ${paidUnanswered}, lost ${lost}, ledger and chain differ ${ledgerDiffers}`,
);
process.exit(chargedTwice + answeredUnpaid + paidUnanswered + lost + ledgerDiffers === 0 ? 0 : 1);
