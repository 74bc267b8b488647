import { z } from "zod";

export const checkStatus = z.enum(["pass", "fail", "unknown", "not_applicable"]);
export const severity = z.enum(["info", "low", "medium", "high", "critical"]);
export const group = z.enum(["trade", "truth", "powers", "ownership", "liquidity", "code"]);

/** Where the finding was read: any of these may be missing, `text` never is. */
const evidence = z.object({
  text: z.string(),
  selector: z.string().optional().describe("The function that does it: first four bytes of a call."),
  slot: z.string().optional(),
  address: z.string().optional().describe("Who can do it, or where it was read."),
  trace: z.string().optional().describe("What the contract itself said when it refused; its own words, not ours."),
});

const check = z.object({
  id: z.string(),
  group,
  title: z.string().describe("What is true when the check passes, in words."),
  status: checkStatus.describe("unknown means that it could not be tried; it never counts as a pass."),
  severity: severity.describe("How bad a fail is: critical and high mean avoid, medium means caution."),
  evidence,
  survives_renounce: z.boolean().nullable().describe("Does the power outlive a renounced owner? null: can't tell, or no power."),
});

const bps = z.number().int().min(0).max(10_000).nullable();
const atomic = z.string().nullable();

/** Who stands behind an address: how many people have to agree, and how long everybody else has to leave. */
export const holderKind = z.enum(["nobody", "key", "multisig", "timelock", "governance", "contract", "delegated_key", "unknown"]);

const authority = z.object({
  address: z.string(),
  known_as: z.string().nullable().describe("How the contract itself names it: owner(), proxy admin; null where nothing shows it."),
  shown: z.boolean().describe("Can anybody read from the contract that this address has power?"),
  kind: holderKind,
  detail: z.string().nullable().describe("Such as `3 of 5 keys` or `delay of 172800 s`."),
});

const power = z.object({
  harm: z.string().describe("The id of the check that it fails."),
  selector: z.string(),
  signature: z.string().nullable().describe("Its usual name, where the selector has one. Powers are found by trying, not by name."),
  text: z.string().describe("What was called, by whom, and what happened."),
  holders: z.array(z.string()),
  anybody: z.boolean().describe("A stranger can do it too."),
  most_bps: bps.describe("Of a tax: the highest that could be set."),
  survives_renounce: z.boolean().nullable(),
  used: z.boolean().nullable().describe("Was it ever used? null: can't tell."),
});

const trial = z.object({
  what: z.string(),
  ok: z.boolean(),
  tax_bps: bps,
  reason: z.string().nullable(),
});

const pool = z.object({
  address: z.string(),
  version: z.enum(["v2", "v3"]),
  fee_bps: z.number(),
  quote_token: z.string(),
  quote_symbol: z.string(),
  quote_reserve: z.string().describe("Atomic units of the quote token in the pool."),
  token_reserve: z.string(),
});

const poolShare = z.object({
  holder: z.string(),
  share_bps: bps,
  kind: z.enum(["burned", "locked", "fake_lock", "creator", "owner", "account", "contract"]),
  until: z.number().int().nullable().describe("Of a lock: when it opens, in seconds since 1970."),
});

export const safetyAnswer = z.object({
  token: z.string(),
  chain: z.string().describe("CAIP-2 id."),
  as_of_block: z.number().int(),
  age_seconds: z.number().int().describe("How long ago that block was looked at; answers are kept for a short while."),
  verdict: z.enum(["avoid", "caution", "ok", "unknown"]),
  risk_score: z.number().int().min(0).max(100).nullable().describe("0 to 100, higher is worse; null when the verdict is unknown."),
  summary: z.string(),
  metadata: z.object({
    name: z.string().nullable(),
    symbol: z.string().nullable(),
    decimals: z.number().int().nullable(),
    total_supply: atomic.describe("Atomic units, decimal text."),
  }),
  proxy: z.object({
    kind: z.enum(["none", "eip1967", "beacon", "minimal", "eip7702", "diamond", "unknown"]),
    implementation: z.string().nullable(),
    admin: z.string().nullable(),
  }),
  owner: z.object({
    kind: z.enum(["none", "renounced", "account", "contract", "unknown"]),
    address: z.string().nullable(),
  }),
  authorities: z.array(authority).describe("Everybody who turned out to have a power over holders."),
  powers: z.array(power).describe("Each power over holders that was found by trying it."),
  trade: z.object({
    pair: z.string().nullable(),
    own_pool: z.boolean().describe("No pool trades it; it was tried in one that we put up on our copy of the chain."),
    quote_token: z.string().nullable(),
    quote_reserve: atomic.describe("Atomic units of the quote token in the pool."),
    token_reserve: atomic,
    buy_tax_bps: bps,
    sell_tax_bps: bps,
    transfer_tax_bps: bps,
    buy_gas: z.number().int().nullable(),
    sell_gas: z.number().int().nullable(),
    trials: z.array(trial).describe("Every purchase, sale and transfer that was tried."),
    pools: z.array(pool).describe("The deepest first."),
  }),
  liquidity: z.object({
    shares: z.array(poolShare).describe("Who holds the deepest pool."),
    complete: z.boolean().describe("false: part of it could not be accounted for."),
    pullable_bps: bps.describe("What its creator or owner could take out now."),
    age_seconds: z.number().int().nullable().describe("How old the pool is."),
  }),
  holders: z.object({
    count: z.number().int().nullable(),
    complete: z.boolean(),
    top: z.array(z.object({ address: z.string(), share_bps: bps, kind: z.string() })),
    creator: z.string().nullable(),
    creator_share_bps: bps,
    owner_share_bps: bps,
  }),
  checks: z.array(check),
  checks_run: z.number().int().describe("Checks that came to pass or fail."),
  not_checked: z.array(z.object({ id: z.string(), why: z.string() })),
});

export type Check = z.infer<typeof check>;
export type CheckGroup = z.infer<typeof group>;
export type HolderKind = z.infer<typeof holderKind>;
export type SafetyAnswer = z.infer<typeof safetyAnswer>;
