import Link from "next/link";
import { CATEGORIES, type Category } from "@/lib/tools/define";

type Props = {
  category: Category;
  title: string;
  description: string;
  seller: { handle: string; name: string };
  name: string;
};

/** What a seller offers under one name, and who that is. */
export function ListingHead({ category, title, description, seller, name }: Props) {
  return (
    <>
      <nav aria-label="Where you are" className="hidden text-2 text-ink-3 md:block">
        <ol className="flex gap-2">
          <li>
            <Link href="/" className="hover:text-ink">
              Tools
            </Link>
          </li>
          <li aria-hidden>/</li>
          <li>
            <Link href={`/#shelf-${category}`} className="hover:text-ink">
              {category} {CATEGORIES[category].name}
            </Link>
          </li>
          <li aria-hidden>/</li>
          <li aria-current="page" className="text-ink">
            {seller.handle}/{name}
          </li>
        </ol>
      </nav>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 md:mt-3">
        <h1 className="min-w-0 text-6 break-words">{title}</h1>
        <span className="ml-auto text-2 text-ink-3">
          by{" "}
          <Link href={`/sellers/${seller.handle}`} className="link">
            {seller.name}
          </Link>
        </span>
      </div>
      {description ? <p className="mt-2 max-w-170 text-4 leading-6.5 text-ink-2">{description}</p> : null}
    </>
  );
}
