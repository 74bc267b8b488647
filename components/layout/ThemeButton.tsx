"use client";

import { Moon, Sun } from "lucide-react";
import { buttonClass } from "../ui/buttonClass";
import { chooseTheme, currentTheme } from "./theme";

/** Both marks are in the HTML and the theme shows one, so the first paint is already right. */
export function ThemeButton() {
  return (
    <button
      type="button"
      aria-label="Change between light and dark"
      onClick={() => chooseTheme(currentTheme() === "dark" ? "light" : "dark")}
      className={buttonClass({ variant: "ghost", size: "icon-sm" })}
    >
      <Sun aria-hidden className="size-4 dark:hidden" />
      <Moon aria-hidden className="hidden size-4 dark:block" />
    </button>
  );
}
