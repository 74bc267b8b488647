"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { CATEGORIES, type Category } from "@/lib/tools/define";
import { Chip } from "../ui/Chip";
import { useSlashKey } from "../ui/useSlashKey";
import type { CatalogEntry } from "./catalogEntry";
import { matchTools, queryWords, toolWithCode } from "./matchTools";
import { SearchBox } from "./SearchBox";
import { SearchResults } from "./SearchResults";
import { Shelf } from "./Shelf";

type Props = {
  tools: readonly CatalogEntry[];
  query: string /** Above the search, and below the shelves; both make room while searching. */;
  hero: ReactNode;
  below: ReactNode;
};

/** The shelves and the search over them. Filtering happens here: the whole catalog is in the page. */
export function Catalog({ tools, query: firstQuery, hero, below }: Props) {
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(firstQuery);
  const [category, setCategory] = useState<Category | null>(null);
  const [chosen, setChosen] = useState(0);
  const searching = query.trim() !== "";
  const byWord = searching ? matchTools(tools, query) : tools;
  const found = category ? byWord.filter((tool) => tool.category === category) : byWord;
  const shelves = (Object.keys(CATEGORIES) as Category[]).filter((id) => tools.some((tool) => tool.category === id));

  useSlashKey(box);

  const search = (next: string) => {
    setQuery(next);
    setChosen(0);
    const url = new URL(window.location.href);
    if (next.trim()) url.searchParams.set("q", next);
    else url.searchParams.delete("q");
    window.history.replaceState(null, "", url);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") search("");
    else if (event.key === "ArrowDown") setChosen((was) => Math.min(was + 1, found.length - 1));
    else if (event.key === "ArrowUp") setChosen((was) => Math.max(was - 1, 0));
    else if (event.key === "Enter") {
      const target = toolWithCode(tools, query) ?? (searching ? found[chosen] : undefined);
      // The operations of a listing have codes too, which only the server knows.
      const code = !target && /^[a-f]\d{3,}$/i.test(query.trim()) ? query.trim() : null;
      if (target || code) router.push(`/tools/${target?.slug ?? code}`);
    } else return;
    if (event.key !== "Escape") event.preventDefault();
  };

  return (
    <>
      {searching ? <h1 className="pt-8 text-5">Put a coin in. An answer comes out.</h1> : hero}
      <div className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-3 ${searching ? "mt-5" : "mt-5 md:mt-7"}`}>
        <SearchBox
          ref={box}
          value={query}
          onChange={search}
          onKeyDown={onKeyDown}
          activeId={searching && found[chosen] ? `found-${found[chosen].code}` : undefined}
        />
        <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 md:mx-0 md:flex-wrap md:px-0">
          <Chip on={category === null} after={byWord.length} onClick={() => setCategory(null)}>
            All
          </Chip>
          {shelves.map((id) => (
            <Chip
              key={id}
              on={category === id}
              before={id}
              after={byWord.filter((tool) => tool.category === id).length}
              onClick={() => setCategory(category === id ? null : id)}
            >
              {CATEGORIES[id].name}
            </Chip>
          ))}
        </div>
      </div>
      {searching ? (
        <SearchResults found={found} total={tools.length} words={queryWords(query)} chosen={chosen} onChoose={setChosen} />
      ) : (
        <>
          <div className="mt-8 grid gap-10 md:mt-9">
            {shelves
              .filter((id) => category === null || id === category)
              .map((id) => (
                <Shelf key={id} category={id} tools={tools.filter((tool) => tool.category === id)} />
              ))}
          </div>
          {below}
        </>
      )}
    </>
  );
}
