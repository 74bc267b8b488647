import { cx } from "./cx";

export type ButtonVariant = "pay" | "ink" | "line" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg" | "icon" | "icon-sm";

const VARIANTS: Record<ButtonVariant, string> = {
  pay: "bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-press font-strong",
  ink: "bg-ink text-on-ink hover:bg-ink-2 font-strong",
  line: "border border-line-strong bg-surface hover:bg-hover font-strong",
  ghost: "text-ink-2 hover:bg-hover hover:text-ink font-label",
  danger: "border border-failed-line bg-surface text-failed hover:bg-failed-soft font-strong",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-7 px-2.5 text-2 gap-1.5",
  md: "h-9 px-4 text-3 gap-2",
  lg: "h-12 px-5 text-4 gap-2",
  icon: "size-9",
  "icon-sm": "size-7",
};

const DISABLED = "border border-line bg-sunken text-ink-3 font-strong cursor-not-allowed";

/** A filled green button (`pay`) always spends money; nothing else is filled green. */
export function buttonClass(options: { variant?: ButtonVariant; size?: ButtonSize; disabled?: boolean; className?: string } = {}): string {
  const { variant = "line", size = "md", disabled = false, className } = options;
  return cx(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control transition-colors duration-(--d-fast)",
    disabled ? DISABLED : VARIANTS[variant],
    SIZES[size],
    className,
  );
}
