"use client";

import { useState } from "react";
import type { OcrAnswer } from "@/lib/tools/ocr/schema";

type Line = OcrAnswer["blocks"][number]["lines"][number];

/** So many lines stand open; the rest is one click away. */
const FIRST = 6;

/** Each line with its confidence and its place. */
export function OcrLines({ lines, onPoint }: { lines: readonly Line[]; onPoint: (index: number | null) => void }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">Lines</caption>
        <thead className="border-t border-line bg-paper text-1 text-ink-2">
          <tr>
            <th scope="col" className="h-8 w-24 pl-4 font-label md:pl-5">
              Confidence
            </th>
            <th scope="col" className="font-label">
              Line
            </th>
            <th scope="col" className="hidden pr-5 text-right font-label whitespace-nowrap md:table-cell">
              x, y, width × height
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, index) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and their order never changes.
              key={index}
              onPointerEnter={() => onPoint(index)}
              onPointerLeave={() => onPoint(null)}
              className="border-t border-line align-baseline hover:bg-hover"
            >
              <td className="num py-2 pl-4 text-2 md:pl-5">{line.confidence}</td>
              <td className="py-2 pr-4 text-3 [overflow-wrap:anywhere]">{line.text}</td>
              <td className="num hidden py-2 pr-5 text-right text-1 whitespace-nowrap text-ink-3 md:table-cell">
                {line.box.x}, {line.box.y}, {line.box.width} × {line.box.height}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > FIRST ? (
        <div className="border-t border-line bg-paper px-4 py-3 text-2 md:px-5">
          <button type="button" className="link text-ink-2" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Fewer" : `All ${lines.length} lines`}
          </button>
        </div>
      ) : null}
    </>
  );
}
