/** Popups of a menu and their items, the same wherever one opens. */
export const menuPopup = "min-w-52 rounded-panel border border-line bg-surface py-1 shadow-float outline-none";
export const menuItem =
  "flex min-h-9 cursor-default select-none items-center gap-2.5 px-3 py-1.5 text-3 outline-none data-highlighted:bg-selected data-disabled:text-ink-3";
