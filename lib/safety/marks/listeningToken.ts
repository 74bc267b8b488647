import { type Hex, hexToBytes } from "viem";

/**
 * A token that repeats to us what it is asked to move: transferFrom's calldata goes into a log; everything else is answered with a
 * large number, as balances and allowances would be.
 *
 * PUSH0 CALLDATALOAD PUSH1 e0 SHR PUSH4 23b872dd EQ PUSH1 19 JUMPI | PUSH1 01 PUSH1 60 SHL PUSH0 MSTORE PUSH1 20 PUSH0 RETURN |
 * JUMPDEST CALLDATASIZE PUSH0 PUSH0 CALLDATACOPY CALLDATASIZE PUSH0 LOG0 PUSH1 01 PUSH0 MSTORE PUSH1 20 PUSH0 RETURN
 */
const CODE: Hex = "0x5f3560e01c6323b872dd14601957600160601b5f5260205ff35b365f5f37365fa060015f5260205ff3";

export const listeningToken = hexToBytes(CODE);
