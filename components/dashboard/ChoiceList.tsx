import { Check } from "lucide-react";
import { cx } from "@/components/ui/cx";

type Props = {
  label: string;
  choices: readonly { value: string; label: string }[];
  chosen: string | null;
  onChoose: (value: string) => void;
};

/** A short list of which one is chosen. */
export function ChoiceList({ label, choices, chosen, onChoose }: Props) {
  return (
    <ul aria-label={label} className="-mx-2">
      {choices.map(({ value, label: words }) => (
        <li key={value}>
          <button
            type="button"
            aria-pressed={value === chosen}
            onClick={() => onChoose(value)}
            className={cx(
              "flex h-8 w-full items-center justify-between rounded-tag px-2 text-left text-2 hover:bg-hover",
              value === chosen && "font-strong",
            )}
          >
            {words}
            {value === chosen ? <Check aria-hidden className="size-3.5" /> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
