"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { CodeTag } from "../ui/CodeTag";
import { Input } from "../ui/Input";
import { Tag } from "../ui/Tag";

export type ListedCall = {
  code: string;
  slug: string;
  name: string;
  method: string;
  path: string;
  question: string;
  tags: readonly string[];
  price: string;
};

/** So many are drawn at once; the search finds the others. */
const MOST_SHOWN = 200;

/** The calls of one listing under their tags, with a search over all of them. */
export function OperationList({ calls }: { calls: readonly ListedCall[] }) {
  const [query, setQuery] = useState("");
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = calls.filter((call) => {
    const text = `${call.code} ${call.name} ${call.method} ${call.path} ${call.question} ${call.tags.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const shown = found.slice(0, MOST_SHOWN);
  return (
    <section aria-labelledby="calls" className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="calls" className="text-4">
          {calls.length.toLocaleString("en")} calls
        </h2>
        {calls.length > 5 ? (
          <div className="relative w-full max-w-86">
            <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2" />
            <Input
              type="search"
              aria-label="Search the calls"
              placeholder="A word, a path or a code"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              className="pl-9"
            />
          </div>
        ) : null}
      </div>
      <p role="status" className="mt-2 text-2 text-ink-3">
        {words.length > 0 ? `${found.length.toLocaleString("en")} found. ` : ""}
        {found.length > shown.length ? `The first ${MOST_SHOWN} are shown; search to find the others.` : ""}
      </p>
      {byTag(shown).map(([tag, group]) => (
        <div key={tag} className="mt-5">
          {tag ? <h3 className="mb-2 text-3 font-strong">{tag}</h3> : null}
          <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line-strong bg-surface">
            {group.map((call) => (
              <Row key={call.slug} call={call} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Row({ call }: { call: ListedCall }) {
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover has-focus-visible:z-10">
      <CodeTag code={call.code} />
      <div className="min-w-0">
        <Link
          href={`/tools/${call.slug}`}
          prefetch={false}
          className="block truncate text-3 font-strong after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-focus"
        >
          {call.question}
        </Link>
        <p className="num flex min-w-0 items-center gap-2 text-1 text-ink-3">
          <Tag>{call.method}</Tag>
          <span className="truncate">{call.path}</span>
        </p>
      </div>
      <span className="num text-3 font-strong whitespace-nowrap">{call.price}</span>
    </li>
  );
}

/** In the order of their first call; what has no tag comes under none. */
function byTag(calls: readonly ListedCall[]): [string, ListedCall[]][] {
  const groups = new Map<string, ListedCall[]>();
  for (const call of calls) {
    const tag = call.tags[0] ?? "";
    const group = groups.get(tag);
    if (group) group.push(call);
    else groups.set(tag, [call]);
  }
  return [...groups];
}
