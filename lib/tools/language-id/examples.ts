import type { ToolExample } from "../define";

/** Sentences worth trying: a clear one, two neighbours, another script, and one that is too short. */
export function examples(): ToolExample[] {
  return [
    { name: "Finnish", input: { text: "Kahvila avataan vasta kymmeneltä, joten juodaan kahvit kotona." } },
    { name: "Norwegian", input: { text: "Kafeen åpner ikke før klokka ti, så vi drikker kaffe hjemme." } },
    { name: "Japanese", input: { text: "喫茶店は十時まで開かないので、家でコーヒーを飲みましょう。" } },
    { name: "too short", input: { text: "Taxi!" } },
  ];
}
