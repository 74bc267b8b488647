import { keccak256, parseEther, stringToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type Bench, openBench } from "../bench";

/** How much a wallet moves at a time, in ETH: from dust to what shakes a pool. */
const SIZES = {
  dust: ["0.000001", "0.0005"],
  small: ["0.01", "0.15"],
  middle: ["0.1", "1.5"],
  large: ["1", "6"],
  whale: ["8", "35"],
} as const;

export type Size = keyof typeof SIZES;
export type Trader = Bench & { low: bigint; high: bigint };

const TRADERS: readonly Size[] = [
  ...(["dust", "dust", "small", "small", "small", "small"] as const),
  ...(["middle", "middle", "middle", "large", "large", "whale"] as const),
];
const OTHERS = ["mason", "crow", "tinker", "provider", "farmer", "drainer", "pilot", "keeper 1", "keeper 2", "keeper 3"] as const;

/** Everybody who acts in the local chain's history. Their keys are made of their names and used nowhere else. */
export type Cast = { traders: readonly Trader[]; as: (name: (typeof OTHERS)[number]) => Bench };

export async function openCast(rpcUrl: string): Promise<Cast> {
  const open = (name: string) => openBench(rpcUrl, privateKeyToAccount(keccak256(stringToHex(`Coinslot's sample chain: ${name}`))));
  const traders = TRADERS.map((size, n) => {
    const [low, high] = SIZES[size];
    return { ...open(`trader ${n + 1}`), low: parseEther(low), high: parseEther(high) };
  });
  const others = new Map(OTHERS.map((name) => [name, open(name)]));
  for (const one of [...traders, ...others.values()]) {
    const rich = "high" in one ? (one as Trader).high * 40n : parseEther("2000");
    await one.setBalance(one.deployer, rich + parseEther("5"));
  }
  return { traders, as: (name) => others.get(name) as Bench };
}
