import { assemble } from "./assemble";

const slots = Array.from({ length: 8 }, (_, slot) => assemble(slot, "SLOAD", 0x80 + slot * 32, "MSTORE"));
const fleeting = Array.from({ length: 4 }, (_, slot) => assemble(slot, "TLOAD", 0x180 + slot * 32, "MSTORE"));

/**
 * Runs somebody's code on its own storage and returns all that came of it: whether it went well, how much gas was left after it, what it
 * returned, and eight slots. Takes an address, gas, and what to send.
 */
export const driver = assemble(
  ...[64, "CALLDATASIZE SUB", 64, 0, "CALLDATACOPY"],
  ...[0, 0, 64, "CALLDATASIZE SUB", 0, 0, "CALLDATALOAD", 32, "CALLDATALOAD DELEGATECALL"],
  ...["GAS", 0x20, "MSTORE", 0, "MSTORE", "RETURNDATASIZE", 0x40, "MSTORE"],
  ...["RETURNDATASIZE", 0, 0x400, "RETURNDATACOPY", "RETURNDATASIZE", 0x400, "KECCAK256", 0x60, "MSTORE"],
  ...slots,
  ...fleeting,
  ...["SELFBALANCE", 0x200, "MSTORE", "GAS", 0x220, "MSTORE", 0x600, 0, "RETURN"],
);
