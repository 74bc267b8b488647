import { ToolRefusal } from "../tools/refusal";

/** What a stranger wrote goes into a sentence cut and without line breaks. */
export function quote(text: string): string {
  const plain = text.replaceAll(/[^\x20-\x7e]/g, "?");
  return plain.length <= 120 ? plain : `${plain.slice(0, 117)}…`;
}

export function badUrl(why: string): ToolRefusal {
  return new ToolRefusal("bad_url", why, { hint: "Give an http or https address that the whole internet can reach." });
}

export function notAllowed(host: string): ToolRefusal {
  return new ToolRefusal("address_not_allowed", `${quote(host)} is not on the public internet.`, {
    hint: "Only public addresses are asked, at the usual ports of the web.",
  });
}

export function portNotAllowed(port: number): ToolRefusal {
  return new ToolRefusal("address_not_allowed", `Port ${port} is not one that the web uses.`, {
    hint: "Only public addresses are asked, at the usual ports of the web.",
  });
}

export function unreachable(why: string, cause?: unknown): ToolRefusal {
  return new ToolRefusal("unreachable", why, { cause, hint: "Is the address right, and does it open in a browser?" });
}

export function tooManyRedirects(why: string): ToolRefusal {
  return new ToolRefusal("too_many_redirects", why, { hint: "Ask the address at the end of the chain." });
}

export function tooSlow(host: string): ToolRefusal {
  return new ToolRefusal("too_slow", `${quote(host)} did not answer in time.`, { kind: "timeout" });
}

export function hostBusy(host: string, seconds: number): ToolRefusal {
  return new ToolRefusal("host_busy", `${quote(host)} is asked by others here at the moment.`, {
    kind: "busy",
    retryAfterSeconds: seconds,
    hint: "The market asks no site more than a few times a second, whoever pays.",
  });
}
