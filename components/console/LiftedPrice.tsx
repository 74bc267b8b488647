import { Money } from "../ui/Money";

/** Says so where the price of gas lifts the tool's own. */
export function LiftedPrice({ listed, price }: { listed: bigint; price: bigint }) {
  if (price <= listed) return null;
  return (
    <p className="mt-3 text-2 text-ink-2">
      Gas is dear now, so a call costs <Money atomic={price} /> instead of <Money atomic={listed} />.
    </p>
  );
}
