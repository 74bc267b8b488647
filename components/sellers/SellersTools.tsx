import Link from "next/link";
import { CodeTag } from "@/components/ui/CodeTag";

export type SellersTool = { code: string; slug: string; question: string; price: string };

/** What a seller has on the shelves: code, name, question, price. */
export function SellersTools({ tools }: { tools: readonly SellersTool[] }) {
  return (
    <ul className="border-t border-line-strong">
      {tools.map(({ code, slug, question, price }) => (
        <li key={slug} className="relative flex items-start gap-3 border-b border-line py-3 hover:bg-hover">
          <span className="mt-0.5">
            <CodeTag code={code} />
          </span>
          <div className="min-w-0 flex-1">
            <Link href={`/tools/${slug}`} className="text-3 font-strong [overflow-wrap:anywhere] after:absolute after:inset-0">
              {slug}
            </Link>
            <p className="text-2 text-ink-2">{question}</p>
          </div>
          <span className="num shrink-0 text-3 font-strong">{price}</span>
        </li>
      ))}
    </ul>
  );
}
