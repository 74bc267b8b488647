"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

type Props = { text: ReactNode; children: ReactElement<Record<string, unknown>>; open?: boolean };

/** More on hover or focus. Never the only place of something: whoever can't hover reads it elsewhere. */
export function Tip({ text, children, open }: Props) {
  return (
    <Tooltip.Root open={open}>
      <Tooltip.Trigger delay={250} render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup className="num max-w-80 rounded-[6px] bg-ink px-2 py-1 text-1 text-on-ink break-words">{text}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
