"use client";

import { useState } from "react";
import type { LinkPreviewAnswer } from "@/lib/tools/link-preview/schema";
import { Panel } from "../../ui/Panel";
import { fetchedFacts } from "./parts/fetchedFacts";
import { PartTable } from "./parts/PartTable";

/** The answer of link-preview: the card as others might show it, then each fact with the tag that says it. */
export function LinkPreview({ answer }: { answer: LinkPreviewAnswer }) {
  const { page, title, description, site_name, image, open_graph, twitter, tags_left_out } = answer;
  return (
    <Panel className="overflow-hidden">
      <div className="grid gap-4 p-4 md:grid-cols-[minmax(0,1fr)_13rem] md:p-5">
        <div className="min-w-0 [overflow-wrap:anywhere]">
          <p className="text-2 text-ink-3">{site_name?.value ?? new URL(page.url).hostname}</p>
          <p className="text-5 font-head">{title?.value ?? "No title"}</p>
          <p className="mt-1 line-clamp-4 max-w-108 text-3">{description?.value ?? "The page does not describe itself."}</p>
          <p className="num mt-2 text-1 leading-4.5 text-ink-3">{[page.url, ...fetchedFacts(page)].filter(Boolean).join(" · ")}</p>
        </div>
        {image ? <Picture image={image} /> : <p className="text-2 text-ink-3">No picture.</p>}
      </div>
      <PartTable
        label="Facts and their sources"
        columns={[{ label: "Fact", className: "w-28" }, { label: "Value" }, { label: "Source", wide: true, className: "w-52" }]}
        rows={factsOf(answer).map(({ name, value, source }) => ({
          key: name,
          cells: [
            name,
            <div key="value" className="[overflow-wrap:anywhere]">
              {value ?? <span className="text-ink-3">not said</span>}
              {source ? <div className="num text-1 text-ink-3 md:hidden">{source}</div> : null}
            </div>,
            <span key="source" className="num text-1 text-ink-3 [overflow-wrap:anywhere]">
              {source}
            </span>,
          ],
        }))}
      />
      <p className="border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
        {open_graph.length} Open Graph tags · {twitter.length} Twitter tags
        {tags_left_out > 0 ? ` · ${tags_left_out} more not listed` : ""}
      </p>
    </Panel>
  );
}

/** A stranger's server learns who looks at its picture, so it is loaded only when somebody asks for it. */
function Picture({ image }: { image: NonNullable<LinkPreviewAnswer["image"]> }) {
  const [loaded, setLoaded] = useState(false);
  const size = image.width && image.height ? `${image.width} × ${image.height}` : "size not measured";
  return (
    <figure className="min-w-0 self-start text-1 text-ink-3">
      {loaded ? (
        // biome-ignore lint/performance/noImgElement: the picture lies on another's server.
        <img
          src={image.url}
          alt={image.alt ?? ""}
          referrerPolicy="no-referrer"
          className="max-h-40 w-full rounded-control border border-line object-contain"
        />
      ) : (
        <button
          type="button"
          onClick={() => setLoaded(true)}
          className="flex h-28 w-full items-center justify-center rounded-control border border-dashed border-line-input bg-sunken text-2 text-ink-2 hover:bg-hover"
        >
          Load the picture
        </button>
      )}
      <figcaption className="num mt-1.5 [overflow-wrap:anywhere]">
        {[size, image.type, image.answered === false ? "does not answer" : null].filter(Boolean).join(" · ")}
      </figcaption>
    </figure>
  );
}

type Fact = { name: string; value: string | null; source: string | null };

function factsOf(answer: LinkPreviewAnswer): Fact[] {
  const sourced = (name: string, fact: LinkPreviewAnswer["title"]): Fact => ({
    name,
    value: fact?.value ?? null,
    source: fact?.source ?? null,
  });
  const { image, favicon, oembed } = answer;
  return [
    sourced("Title", answer.title),
    sourced("Description", answer.description),
    { name: "Picture", value: image?.url ?? null, source: image?.source ?? null },
    { name: "Icon", value: favicon?.url ?? null, source: favicon?.source ?? null },
    sourced("Site", answer.site_name),
    sourced("Kind", answer.type),
    sourced("Canonical", answer.canonical),
    sourced("Author", answer.author),
    sourced("Published", answer.published),
    sourced("Changed", answer.modified),
    sourced("Language", answer.language),
    sourced("Colour", answer.theme_colour),
    sourced("Card", answer.card),
    ...(oembed
      ? [{ name: "oEmbed", value: oembed.answered ? (oembed.title ?? oembed.type ?? "answers") : "does not answer", source: oembed.url }]
      : []),
  ];
}
