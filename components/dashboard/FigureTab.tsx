import { Tabs } from "@base-ui/react/tabs";
import { type Change, FIGURES, type FigureKey } from "./figures";

export type FigureTabProps = {
  figure: FigureKey;
  value: string;
  change: Change | null;
  /** Stands where there is no change to tell. */
  note: string;
};

/** One figure with its change since the period before. */
export function FigureTab({ figure, value, change, note }: FigureTabProps) {
  return (
    <Tabs.Tab
      value={figure}
      className="group relative min-w-0 bg-surface px-4 py-3.5 text-left hover:bg-hover focus-visible:z-1 focus-visible:-outline-offset-2 md:px-5"
    >
      <span className="block text-2 text-ink-2 group-data-active:font-strong group-data-active:text-ink">{FIGURES[figure].label}</span>
      <span className="num-lg mt-0.5 block truncate text-4 font-label md:text-5">{value}</span>
      <span className="block text-1 text-ink-3">
        {change ? (
          <>
            <span className="num font-strong text-ink">{change.by}</span> {change.words}
          </>
        ) : (
          note
        )}
      </span>
      <span aria-hidden className="absolute inset-x-0 -bottom-px hidden h-0.5 bg-ink group-data-active:block" />
    </Tabs.Tab>
  );
}
