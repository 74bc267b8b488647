"use client";

import { useState } from "react";
import type { OcrAnswer } from "@/lib/tools/ocr/schema";
import { CopyButton } from "../../ui/CopyButton";
import { Panel } from "../../ui/Panel";
import { formatBytes } from "../dataUrl";
import { OcrLines } from "./OcrLines";
import { OcrPlaces } from "./OcrPlaces";

/** What a picture says: the text, and where its lines stand. */
export function Ocr({ answer }: { answer: OcrAnswer }) {
  const [pointed, setPointed] = useState<number | null>(null);
  const lines = answer.blocks.flatMap((block) => block.lines);
  return (
    <Panel className="overflow-hidden">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 p-4 md:flex-nowrap md:p-5">
        <div className="min-w-0 grow">
          <div className="mb-3 flex items-baseline justify-between gap-4">
            <h3 className="text-4 font-head">{answer.confidence === null ? "No text in this picture" : "It says"}</h3>
            {answer.text ? <CopyButton text={answer.text} what="the text" label="Copy" /> : null}
          </div>
          {answer.text ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: long texts scroll, and keys must reach them.
            <pre tabIndex={0} className="max-h-96 overflow-auto text-3 font-sans whitespace-pre-wrap [overflow-wrap:anywhere]">
              {answer.text}
            </pre>
          ) : (
            <p className="text-3 text-ink-2">The reader found no letters. That is an answer, so it was paid for.</p>
          )}
          <p className="num mt-3 text-1 leading-4.5 text-ink-3">{factsLine(answer)}</p>
        </div>
        {lines.length > 0 ? <OcrPlaces image={answer.image} lines={lines} pointed={pointed} /> : null}
      </div>
      {lines.length > 0 ? <OcrLines lines={lines} onPoint={setPointed} /> : null}
      <LeftOut answer={answer} />
    </Panel>
  );
}

function LeftOut({ answer: { left_out } }: { answer: OcrAnswer }) {
  const parts = [
    left_out.words_below_confidence > 0 ? `${left_out.words_below_confidence} words below your least confidence` : null,
    left_out.words_beyond_limit > 0 ? `the places of ${left_out.words_beyond_limit} words` : null,
    left_out.text_characters > 0 ? `the last ${left_out.text_characters} characters` : null,
  ].filter(Boolean);
  return parts.length === 0 ? null : (
    <p className="border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">Left out: {parts.join(", ")}.</p>
  );
}

/** "confidence 94 · 39 words · png 420 × 470, 2.8 KB · turned by 90° · 340 ms" */
function factsLine({ confidence, counts, image, took_ms }: OcrAnswer): string {
  const parts = [
    confidence === null ? null : `confidence ${confidence} of 100`,
    counts.words > 0 ? `${counts.words} words in ${counts.lines} lines` : null,
    `${image.format} ${image.width} × ${image.height}, ${formatBytes(image.bytes)}`,
    image.turned_degrees === 0 ? null : `turned by ${image.turned_degrees}°`,
    image.slope_degrees === 0 ? null : `sloping by ${image.slope_degrees}°`,
    `${took_ms.toLocaleString("en")} ms`,
  ];
  return parts.filter(Boolean).join(" · ");
}
