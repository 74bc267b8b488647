export type Theme = "light" | "dark";

const KEY = "coinslot.theme";

/**
 * Runs before the first paint, so that nothing flashes: the stored choice, else the system's. It also
 * follows the system while nothing is chosen.
 */
export const THEME_SCRIPT = `(function(){try{var d=document.documentElement,m=matchMedia("(prefers-color-scheme: dark)"),s=function(){var t=null;try{t=localStorage.getItem("${KEY}")}catch(e){}d.dataset.theme=t==="dark"||t==="light"?t:m.matches?"dark":"light"};s();m.addEventListener("change",s)}catch(e){}})()`;

/** What the script does, for a page that came without it. */
export function applyTheme(): void {
  const root = document.documentElement;
  if (root.dataset.theme) return;
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // Nothing can be kept here.
  }
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "dark" : "light";
}

export function currentTheme(): Theme {
  return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Private windows may refuse to keep it; the page has it all the same.
  }
}
