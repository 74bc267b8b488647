/** Why a tool that asks the web may have no answer. Pure data, as definitions are. */
export const WEB_FAULTS = [
  { reason: "bad_url", what: "The address, or one that it leads to, is none that can be asked." },
  { reason: "address_not_allowed", what: "The address, or one that it leads to, is not on the public internet." },
  { reason: "unreachable", what: "The host has no such name, takes no connection, or does not answer properly." },
  { reason: "too_many_redirects", what: "The address leads on and on, or back to itself." },
  { reason: "host_busy", what: "Others ask the same host here at the moment; wait as long as Retry-After says." },
  { reason: "too_slow", what: "The host did not answer in time." },
] as const;
