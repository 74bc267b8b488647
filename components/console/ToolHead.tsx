import Link from "next/link";
import { CATEGORIES, type ToolDefinition } from "@/lib/tools/define";
import { CodeTag } from "../ui/CodeTag";

/** Where you are, what it is, what it answers. */
export function ToolHead({ tool }: { tool: ToolDefinition }) {
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
            <Link href={`/#shelf-${tool.category}`} className="hover:text-ink">
              {tool.category} {CATEGORIES[tool.category].name}
            </Link>
          </li>
          <li aria-hidden>/</li>
          {tool.listing ? (
            <>
              <li className="truncate">
                <Link href={`/tools/${tool.seller.handle}/${tool.listing.name}`} className="hover:text-ink">
                  {tool.listing.title}
                </Link>
              </li>
              <li aria-hidden>/</li>
            </>
          ) : null}
          <li aria-current="page" className="truncate text-ink">
            {tool.listing ? tool.slug.split("/")[2] : tool.slug}
          </li>
        </ol>
      </nav>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 md:mt-3">
        <CodeTag code={tool.code} large />
        <h1 className="min-w-0 text-6 break-words">
          {tool.slug
            .split("/")
            .slice(tool.listing ? 2 : 0)
            .join("/")}
        </h1>
        <span className="ml-auto text-2 text-ink-3">
          by{" "}
          {tool.listing ? (
            <Link href={`/sellers/${tool.seller.handle}`} className="link">
              {tool.seller.name}
            </Link>
          ) : (
            tool.seller.name
          )}
        </span>
      </div>
      <p className="mt-2 max-w-170 text-4 leading-6.5 text-ink-2">
        {tool.question} {tool.description}
      </p>
    </>
  );
}
