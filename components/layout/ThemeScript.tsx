"use client";

import { useServerInsertedHTML } from "next/navigation";
import { useLayoutEffect } from "react";
import { applyTheme, THEME_SCRIPT } from "./theme";

/** Sets the theme before the first paint: a script in the server's HTML only, since React never runs one in the browser. */
export function ThemeScript() {
  useServerInsertedHTML(() => (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours.
    <script id="theme" dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
  ));
  // A page that is drawn in the browser alone has no such script.
  useLayoutEffect(applyTheme, []);
  return null;
}
