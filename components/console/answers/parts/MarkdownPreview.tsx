"use client";

import type { ComponentProps, ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

/** Longer texts would hold up the page while they are laid out. */
const MOST = 40_000;

/**
 * A stranger's Markdown as people read it. Mark-up in it stays text, and its pictures stay addresses: nothing of the
 * stranger's is loaded into this page.
 */
export function MarkdownPreview({ text }: { text: string }) {
  return (
    <div className="max-w-168 text-3 [overflow-wrap:anywhere]">
      <Markdown remarkPlugins={[remarkGfm]} skipHtml components={LOOK}>
        {text.slice(0, MOST)}
      </Markdown>
      {text.length > MOST ? <p className="mt-3 text-2 text-ink-3">The preview ends here. The Markdown holds the rest.</p> : null}
    </div>
  );
}

/** Headings begin below those of this page. */
const LOOK: Components = {
  h1: ({ children }) => <h3 className="mt-5 mb-2 text-5 font-head first:mt-0">{children}</h3>,
  h2: ({ children }) => <h3 className="mt-5 mb-2 text-4 font-strong first:mt-0">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-4 mb-1.5 text-3 font-strong first:mt-0">{children}</h4>,
  h4: Minor,
  h5: Minor,
  h6: Minor,
  p: ({ children }) => <p className="my-2 first:mt-0 last:mb-0">{children}</p>,
  ul: ({ children }) => <ul className="my-2 list-disc pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="my-2 list-decimal pl-6">
      {children}
    </ol>
  ),
  li: ({ children }) => <li className="my-0.5">{children}</li>,
  blockquote: ({ children }) => <blockquote className="my-3 border-l-2 border-line-strong pl-3 text-ink-2">{children}</blockquote>,
  hr: () => <hr className="my-4 border-line" />,
  a: ({ href, children }) =>
    href ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc" className="link">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  img: ({ src, alt }) => <Picture src={typeof src === "string" ? src : ""} alt={alt ?? ""} />,
  pre: ({ children }) => (
    <pre className="num my-3 rounded-control border border-line bg-sunken p-3 text-1 leading-4.5 whitespace-pre-wrap">{children}</pre>
  ),
  code: ({ children }) => <code className="num text-2">{children}</code>,
  table: Table,
  th: ({ children }) => <th className="h-8 px-2 text-left font-label first:pl-3 last:pr-3">{children}</th>,
  td: ({ children }) => <td className="border-t border-line px-2 py-1.5 align-top first:pl-3 last:pr-3">{children}</td>,
  input: Tick,
};

function Minor({ children }: { children?: ReactNode }) {
  return <h5 className="mt-3 mb-1 text-2 font-strong first:mt-0">{children}</h5>;
}

function Table({ children }: { children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, and keys must reach them.
    <div tabIndex={0} className="my-3 overflow-x-auto rounded-control border border-line">
      <table className="w-full border-collapse text-2 [&_thead]:bg-paper [&_thead]:text-ink-2">{children}</table>
    </div>
  );
}

function Tick({ checked }: ComponentProps<"input">) {
  return <span>{checked ? "☑" : "☐"}</span>;
}

function Picture({ src, alt }: { src: string; alt: string }) {
  return (
    <span className="inline-block rounded-tag border border-dashed border-line-input bg-sunken px-1.5 text-2 text-ink-2">
      Picture{alt ? `: ${alt}` : ""} <span className="num text-1 text-ink-3">{src}</span>
    </span>
  );
}
