import { toFunctionSelector } from "viem";
import { avoid, caution, ok } from "../row";
import type { CallData, Row } from "../types";

const start = (name: string, symbol: string): CallData => ({ call: "initialize(string,string,address)", args: [name, symbol, "$me"] });
const code = (contract = "Sheltered", ...args: string[]) => ({ as: "code", contract, args });
const RENOUNCE = { at: "traded", call: "renounceOwnership()" } as const;
const CODE_CHANGES = ["code_swap", "fixed_code", "hidden_owner", "renounce"];
const UPGRADE = ["fixed_code", "code_swap"];

const SELECTORS = [
  "name()",
  "symbol()",
  "decimals()",
  "totalSupply()",
  "balanceOf(address)",
  "allowance(address,address)",
  "approve(address,uint256)",
  "transfer(address,uint256)",
  "transferFrom(address,address,uint256)",
].map((signature) => toFunctionSelector(`function ${signature}`));

/** Code that lives elsewhere, and who may swap it. */
export const proxies: Row[] = [
  avoid("proxy_1967", "FalseAdminProxy", CODE_CHANGES, { helpers: [code()], args: ["$code", "$hidden", start("Harvest Moon", "MOON")] }),
  caution("proxy_1967", "AdminProxy", UPGRADE, {
    helpers: [code()],
    args: ["$code", "$hidden", start("Blue Harbor", "BLUE")],
    twinOf: "proxy_1967/FalseAdminProxy",
  }),
  ok("proxy_1967", "AdminProxy", {
    as: "AdminProxy-nobody",
    helpers: [code()],
    args: ["$code", "$zero", start("Still Water", "STILL")],
    twinOf: "proxy_1967/FalseAdminProxy",
  }),
  avoid("proxy_beacon", "BeaconShell", CODE_CHANGES, {
    as: "BeaconShell-haunted",
    helpers: [code(), { as: "beacon", contract: "HauntedBeacon", args: ["$code", "$hidden"] }],
    args: ["$beacon", start("Lighthouse", "LGHT")],
  }),
  caution("proxy_beacon", "BeaconShell", UPGRADE, {
    as: "BeaconShell-owned",
    helpers: [code(), { as: "beacon", contract: "OwnedBeacon", args: ["$code"] }],
    args: ["$beacon", start("Lightship", "SHIP")],
    twinOf: "proxy_beacon/BeaconShell-haunted",
  }),
  ok("proxy_beacon", "BeaconShell", {
    as: "BeaconShell-stone",
    helpers: [code(), { as: "beacon", contract: "StoneBeacon", args: ["$code"] }],
    args: ["$beacon", start("Milestone", "MILE")],
    twinOf: "proxy_beacon/BeaconShell-haunted",
  }),
  avoid("proxy_uups", "PlainShell", CODE_CHANGES, {
    as: "PlainShell-ghost",
    helpers: [code("UupsGhost", "$hidden")],
    args: ["$code", start("Afterglow", "GLOW")],
    steps: [RENOUNCE],
  }),
  caution("proxy_uups", "PlainShell", UPGRADE, {
    as: "PlainShell-owned",
    helpers: [code("UupsOwned")],
    args: ["$code", start("Daybreak", "DAWN")],
    twinOf: "proxy_uups/PlainShell-ghost",
  }),
  ok("proxy_uups", "PlainShell", {
    as: "PlainShell-renounced",
    helpers: [code("UupsOwned")],
    args: ["$code", start("Nightfall", "NIGHT")],
    twinOf: "proxy_uups/PlainShell-ghost",
    steps: [RENOUNCE],
  }),
  avoid("proxy_minimal", "CloneShell", CODE_CHANGES, {
    as: "CloneShell-turntable",
    helpers: [code(), { as: "table", contract: "Turntable", args: ["$code", "$hidden"] }],
    args: ["$table", start("Carousel", "CRSL")],
  }),
  ok("proxy_minimal", "CloneShell", {
    helpers: [code()],
    args: ["$code", start("Copybook", "COPY")],
    twinOf: "proxy_minimal/CloneShell-turntable",
  }),
  avoid("proxy_homemade", "HomeMade", CODE_CHANGES, {
    helpers: [code()],
    args: ["$code", "$hidden", start("Cottage", "COTT")],
    code: "stripped",
  }),
  ok("proxy_homemade", "HomeFixed", { helpers: [code()], args: ["$code", start("Bungalow", "BNGL")], twinOf: "proxy_homemade/HomeMade" }),
  avoid("diamond", "CutDiamond", CODE_CHANGES, { helpers: [code()], args: ["$code", "$hidden", SELECTORS, start("Facet", "FACE")] }),
  caution("diamond", "OwnedDiamond", UPGRADE, {
    helpers: [code()],
    args: ["$code", "$me", SELECTORS, start("Carat", "CARAT")],
    twinOf: "diamond/CutDiamond",
  }),
  ok("diamond", "SetDiamond", { helpers: [code()], args: ["$code", SELECTORS, start("Brilliant", "BRIL")], twinOf: "diamond/CutDiamond" }),
];
