import { BOTS } from "../../web/robots/bots";
import type { RobotsCheckAnswer } from "./schema";

export type Bot = Pick<RobotsCheckAnswer["bots"][number], "name" | "operator" | "purpose">;

/** The well-known robots, those that were asked for, each once, and everybody else. */
export function botsFor(asked: readonly string[]): Bot[] {
  const more = asked
    .filter((name, index) => asked.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index)
    .filter((name) => !BOTS.some((bot) => bot.name.toLowerCase() === name.toLowerCase()))
    .map((name) => ({ name, operator: null, purpose: "other" as const }));
  return [...more, ...BOTS, { name: "*", operator: null, purpose: "other" }];
}
