import type { OcrAnswer } from "@/lib/tools/ocr/schema";
import { cx } from "../../ui/cx";

type Line = OcrAnswer["blocks"][number]["lines"][number];
type Props = { image: OcrAnswer["image"]; lines: readonly Line[]; pointed: number | null };

/** The picture as a sheet, with a bar where each line stands; the one that is pointed at is filled. */
export function OcrPlaces({ image, lines, pointed }: Props) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${image.width} ${image.height}`}
      className="max-h-64 w-full max-w-52 shrink-0 rounded-tag border border-line bg-paper"
      preserveAspectRatio="xMidYMid meet"
    >
      {lines.map(({ box }, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and their order never changes.
          key={index}
          x={box.x}
          y={box.y}
          width={Math.max(1, box.width)}
          height={Math.max(1, box.height)}
          vectorEffect="non-scaling-stroke"
          className={cx("stroke-ink-3", pointed === index ? "fill-ink" : "fill-selected")}
        />
      ))}
    </svg>
  );
}
