import { noBrowser } from "../../web/browser/place";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import type { WebExtractInput } from "./schema";

/** Free look before any price: is there a browser, where one is asked for? */
export function ready({ render }: WebExtractInput, _: ToolContext, look = noBrowser): void {
  const why = render ? look() : null;
  if (!why) return;
  throw new ToolRefusal("browser_missing", why, {
    kind: "unavailable",
    hint: "Leave `render` out to read the page as it comes from the server.",
  });
}
