import type { Requirements } from "@/lib/payments/types";

/** Terms as the market makes them, for tests that need no settings. */
export const TERMS: Requirements = {
  scheme: "exact",
  network: "eip155:84532",
  amount: "5000",
  asset: "0x036CbD53842c5426634e7929541eC2318f3dCF7e",
  payTo: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  maxTimeoutSeconds: 120,
  extra: { name: "USDC", version: "2" },
};
