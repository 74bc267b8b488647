import Link from "next/link";

/** A seller's name, leading to its public page. */
export function SellerLink({ handle, name }: { handle: string; name: string }) {
  return (
    <Link href={`/sellers/${handle}`} className="link">
      {name}
    </Link>
  );
}
