import type { Hex } from "viem";

/** One thing to say to a contract. */
export type Call = { selector: Hex; data: Uint8Array };

/** Made up, so that nothing on the chain can know them. */
export const CAST = {
  stranger: 0x51a9e2b7c04d83f6a1b2c3d4e5f60718293a4b5cn,
  victim: 0x62bae3c8d15e94f7b2c3d4e5f60718293a4b5c6dn,
  token: 0x73cbf4d9e26fa508c3d4e5f60718293a4b5c6d7en,
} as const;
