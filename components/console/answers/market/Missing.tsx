import { TriangleAlert } from "lucide-react";
import type { WindowAnswer } from "@/lib/chain/answerShapes";
import { Note } from "../../../ui/Note";

/** What of the window is left out, and why; nothing when it is whole. `more`: the rest is only on the next page. */
export function Missing({ window, more = false }: { window: WindowAnswer; more?: boolean }) {
  if (window.complete || !window.why) return null;
  return (
    <div className="px-4 pb-4 md:px-5">
      {more ? (
        <Note>{window.why}</Note>
      ) : (
        <Note tone="warn" icon={<TriangleAlert aria-hidden className="size-4" />}>
          Not the whole window. {window.why}
        </Note>
      )}
    </div>
  );
}
