/** What an upgradeable contract wants to hear from new code before it takes it (ERC-1822). */
const IMPLEMENTATION_SLOT = "360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";

/**
 * Answers every call with one word, 1, and proxiableUUID() with the slot that upgrades ask for. Assembly:
 * selector == 0x52d1902d ? mstore(0, slot) : mstore(0, 1); return(0, 32)
 */
export const PLANT_CODE = code(`5f3560e01c6352d1902d14601857600160005260206000f35b7f${IMPLEMENTATION_SLOT}60005260206000f3`);

/** revert(0, 0) */
export const REFUSER_CODE = code("5f5ffd");

/** Answers every call with one word, 1. */
export const AGREEING_CODE = code("600160005260206000f3");

function code(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
