import type { Facts, Tried } from "../facts";
import type { Found, Rule } from "./rule";

const NO_CODE: Found = { status: "not_applicable", text: "There is no code at this address." };
const UNREAD: Found = { status: "unknown", text: "The code could not be taken apart." };

/** A mark that is missing counts only where everything was tried. */
function overTrial({ tried }: Facts, find: (tried: Tried) => Found | null, clean: string): Found {
  if (tried === "none") return NO_CODE;
  if (tried === null) return UNREAD;
  const found = find(tried);
  if (found) return found;
  return tried.marks.whole ? { status: "pass", text: clean } : { status: "unknown", text: tried.marks.why ?? "" };
}

const called = (selector: string | null) => (selector ? `calling ${selector} with` : "sending");

export const etherStays: Rule = {
  id: "ether_passed_on",
  title: "Ether sent to it is not handed to somebody else for nothing",
  severity: "critical",
  failing: "it hands the ether that it gets to somebody else",
  find: (facts) =>
    overTrial(
      facts,
      ({ marks: { intakes } }) => {
        const bad = intakes.find(({ taker, noted }) => taker !== null && !noted);
        if (!bad) return null;
        const text = `A stranger's ether, tried by ${called(bad.selector)} 1 ether, ended at ${bad.taker}, and nothing was noted about the stranger.`;
        return { status: "fail", text, ...(bad.selector ? { selector: bad.selector } : {}), ...(bad.taker ? { address: bad.taker } : {}) };
      },
      "A stranger's ether, sent in every way that its code offers, was not handed on without a note of it.",
    ),
};

export const etherNoted: Rule = {
  id: "ether_kept_for_nothing",
  title: "Functions that take ether note who paid, or anybody gets it back",
  severity: "high",
  failing: "it takes ether under a function's name, notes nothing, and lets one address take it out",
  find: (facts) =>
    overTrial(
      facts,
      ({ marks: { intakes, outlets } }) => {
        const kept = intakes.find(({ selector, taker, noted }) => selector !== null && taker === null && !noted);
        const outlet = outlets.find(({ by }) => by !== null);
        const open = outlets.some(({ by }) => by === null);
        if (!kept || !outlet || open) return null;
        const text = `Calling ${kept.selector} with 1 ether leaves it there with no note of the payer; ${outlet.by} can take it out by ${outlet.selector}.`;
        return {
          status: "fail",
          text,
          ...(kept.selector ? { selector: kept.selector } : {}),
          ...(outlet.by ? { address: outlet.by } : {}),
        };
      },
      "No function was found that keeps a stranger's ether for somebody else without a note of it.",
    ),
};

export const approvedTokens: Rule = {
  id: "takes_approved_tokens",
  title: "Nobody can take tokens that others approved to it",
  severity: "critical",
  failing: "tokens that were approved to it can be taken by somebody else",
  find: (facts) =>
    overTrial(
      facts,
      ({ marks: { pulls }, people }) => {
        const open = pulls.find(({ by }) => by === null);
        if (open)
          return {
            status: "fail",
            text: `Anybody can take tokens of those who approved it, by ${open.selector}.`,
            selector: open.selector,
          };
        const [pull] = pulls;
        if (!pull?.by) return null;
        const who = people.get(pull.by);
        const alone = who?.kind === "key";
        const text = `${pull.by}${who?.detail ? ` (${who.detail})` : alone ? ", a plain key," : ""} can take tokens of those who approved it, by ${pull.selector}.`;
        return { status: "fail", text, severity: alone ? "critical" : "medium", selector: pull.selector, address: pull.by };
      },
      "No call was found by which a stranger, or an address that the code knows, takes tokens of somebody who approved it.",
    ),
};

export const openAccount: Rule = {
  id: "account_obeys_strangers",
  title: "The code that it acts by does not obey strangers",
  severity: "critical",
  failing: "it acts by code that lets anybody move what it has",
  find: (facts) => {
    if (facts.look.kind !== "delegated_account")
      return { status: "not_applicable", text: "It is no account that acts by a contract's code." };
    return overTrial(
      facts,
      ({ marks: { outlets } }) => {
        const open = outlets.find(({ by }) => by === null);
        return open ? { status: "fail", text: `Anybody can take its ether by ${open.selector}.`, selector: open.selector } : null;
      },
      `A stranger could not take its ether through the code at ${facts.look.proxy.implementation}.`,
    );
  },
};

export const codeRead: Rule = {
  id: "code_read",
  title: "Its code could be read and tried",
  severity: "medium",
  failing: "its code could not be read",
  find: ({ tried }) => {
    if (tried === "none") return NO_CODE;
    if (tried === null) return UNREAD;
    if (!tried.marks.whole) return { status: "unknown", text: tried.marks.why ?? "" };
    const who = tried.marks.tried.length;
    return {
      status: "pass",
      text: `${tried.functions} functions were tried as a stranger and as ${who} ${who === 1 ? "address" : "addresses"} that the code knows.`,
    };
  },
};

export const codeSwappable: Rule = {
  id: "code_swappable",
  title: "No single key can swap its code",
  severity: "medium",
  failing: "one key can swap its code",
  find: ({ look }) => {
    if (look.code === "0x") return NO_CODE;
    if (look.kind === "delegated_account") return { status: "not_applicable", text: "Whoever has the account's key chooses its code." };
    const { decider, proxy } = look;
    if (proxy.kind === "none" || proxy.kind === "minimal")
      return { status: "pass", text: "Nothing was found by which its code could be swapped." };
    if (!decider) return { status: "unknown", text: "It runs another contract's code, and who may change which was not found." };
    const detail = decider.detail ? ` (${decider.detail})` : "";
    if (decider.kind !== "key")
      return { status: "pass", text: `${decider.address}${detail} decides about its code.`, address: decider.address };
    return { status: "fail", text: `${decider.address}, a plain key, can swap its code for any other.`, address: decider.address };
  },
};
