import { caution, ok } from "../row";
import type { Row } from "../types";

const OZ4 = "openzeppelin-contracts-4/build/contracts";
const AAVE = "@aave/aave-token/artifacts/contracts";
const UNI = "@uniswap/governance/build";
const SUPPLY = 10n ** 27n;
const DAYS = 86_400n;

/** Code that people really use, set up as they set it up. None of it deserves to be called a trap. */
export const registry: Row[] = [
  caution("real", "USDC", ["pause", "freeze", "mint", "fixed_code"], {
    as: "usdc",
    stands: "$usdc",
    decimals: 6,
    pooled: 100_000,
    trades: "both",
  }),
  ok("real", "@uniswap/v2-periphery/build/WETH9.json", {
    as: "weth9",
    pooled: 30,
    steps: [{ at: "built", call: "deposit()", value: 40n * 10n ** 18n }],
  }),
  caution("real", `${UNI}/Uni.json`, ["mint"], {
    as: "uni",
    accepts: ["ok"],
    helpers: [{ as: "timelock", contract: `${UNI}/Timelock.json`, args: ["$hidden", 2n * DAYS] }],
    args: ["$me", "$timelock", "$now+31536000"],
  }),
  caution(
    "real",
    `${AAVE}/open-zeppelin/InitializableAdminUpgradeabilityProxy.sol/InitializableAdminUpgradeabilityProxy.json`,
    ["fixed_code", "code_swap"],
    {
      as: "aave",
      helpers: [{ as: "code", contract: `${AAVE}/token/AaveToken.sol/AaveToken.json` }],
      pooled: 12_000_000,
      steps: [
        {
          at: "built",
          call: "initialize(address,address,bytes)",
          args: ["$code", "$hidden", { call: "initialize(address,address,address)", args: ["$me", "$hidden", "$zero"] }],
        },
      ],
    },
  ),
  ok("real", `${OZ4}/ERC20PresetFixedSupply.json`, { as: "preset-fixed", args: ["Granite", "GRNT", SUPPLY, "$me"] }),
  caution("real", `${OZ4}/ERC20PresetMinterPauser.json`, ["mint", "pause"], {
    as: "preset-minter-pauser",
    args: ["Mint and Pause", "MNTP"],
    steps: [{ at: "built", call: "mint(address,uint256)", args: ["$me", SUPPLY] }],
  }),
  ok("real", "VotingToken", { as: "kit-votes" }),
  caution("real", "RolesToken", ["mint", "pause"], { as: "kit-roles", args: ["$hidden"] }),
  ok("real", "FlashToken", { as: "kit-flash" }),
  ok("real", "CappedFull", { as: "kit-capped" }),
  caution("real", "GovernedToken", ["mint"], {
    as: "kit-governed",
    accepts: ["ok"],
    helpers: [{ as: "timelock", contract: `${OZ4}/TimelockController.json`, args: [2n * DAYS, ["$hidden"], ["$zero"], "$zero"] }],
    args: ["$timelock"],
  }),
  caution("real", "BridgedToken", ["mint", "seize"], {
    as: "bridged",
    accepts: ["ok"],
    helpers: [{ as: "bridge", contract: "Bridge" }],
    args: ["$bridge", "$weth"],
  }),
  caution("real", "PolicyToken", ["rebase", "seize"], {
    as: "policy",
    decimals: 9,
    helpers: [{ as: "policy", contract: "DailyPolicy", args: ["$hidden"] }],
    args: ["$policy"],
  }),
  ok("real", "SlimToken", { as: "slim" }),
  caution("real", `${OZ4}/TransparentUpgradeableProxy.json`, ["fixed_code", "code_swap"], {
    as: "transparent",
    helpers: [
      { as: "code", contract: "Sheltered" },
      { as: "admin", contract: `${OZ4}/ProxyAdmin.json` },
    ],
    args: ["$code", "$admin", { call: "initialize(string,string,address)", args: ["Clearwater", "CLRW", "$me"] }],
  }),
];
