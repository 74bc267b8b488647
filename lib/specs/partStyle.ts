import type { InputPart } from "@/lib/gateway/types";

type Style = NonNullable<InputPart["style"]>;

const DELIMITERS = { form: ",", simple: ",", spaceDelimited: " ", pipeDelimited: "|" } as const;

/** How a part is written, with OpenAPI's defaults. `delimiter`: between what one text holds; null where it is never cut. */
export function partStyle({ place, style: own, explode: owns }: InputPart): { style: Style; explode: boolean; delimiter: string | null } {
  const style = own ?? (place === "path" || place === "header" ? "simple" : "form");
  const explode = owns ?? style === "form";
  return { style, explode, delimiter: style === "deepObject" || style === "json" ? null : DELIMITERS[style] };
}
