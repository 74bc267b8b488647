import type { CreatorAnswer } from "../schema";
import { counted, day, quoted } from "../words";

type Made = CreatorAnswer["other_tokens"][number];

export function makerSentences(maker: CreatorAnswer): string[] {
  if (maker.address === null) return [maker.why ?? "Who made it could not be told."];
  const sure = maker.sure === "proven" ? "made it" : "most likely made it";
  const what = maker.is_contract ? "The contract" : "The account";
  const when = maker.block === null ? "" : ` ${day(maker.time)} in block ${maker.block}`;
  const factory = maker.factory ? `, by way of ${maker.factory}` : "";
  return [`${what} ${maker.address} ${sure}${when}${factory}.`, ...othersSentences(maker)];
}

function othersSentences({ other_tokens: tokens, complete }: CreatorAnswer): string[] {
  if (tokens.length === 0) return [complete ? "It made no other token." : "No other token of it was found among what we looked at."];
  const named = (state: Made["state"], what: string) => {
    const some = tokens.filter((token) => token.state === state);
    return some.length === 0 ? [] : [`${what} ${some.length}: ${some.map(({ symbol }) => quoted(symbol)).join(", ")}.`];
  };
  return [
    `It made ${counted(tokens.length, "other token")}${complete ? "" : " that we looked at"}.`,
    ...named("emptied", "Next to nothing is left in the pools of"),
    ...named("traded", "Pools still trade"),
    ...named("never_traded", "No pool ever traded"),
    ...named("unknown", "What became of the pools could not be told of"),
  ];
}
