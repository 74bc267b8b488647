// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// Never deployed: sent as the code of an `eth_call` without a recipient. It makes each of n transfers of USDC as the chain
/// would now, with its gas capped, and returns what it saw; nothing of it is kept. Behind the code stand n times the nine
/// words of `transferWithAuthorization`, then the token's address, then n. Returned: the block's number, then for each
/// payment four words: balance of its payer before any transfer, flags (bit 0: the payer has code; bit 1: the transfer went
/// through; from bit 8: its gas), and the first 64 bytes of the reason.
contract PaymentChecker {
    constructor() {
        assembly {
            let end := codesize()
            codecopy(0, sub(end, 64), 64)
            let usdc := mload(0)
            let n := mload(32)
            let given := 0x80
            codecopy(given, sub(sub(end, 64), mul(n, 288)), mul(n, 288))
            let out := add(given, mul(n, 288))
            mstore(out, number())
            let scratch := add(add(out, 32), mul(n, 128))

            // All balances first: the transfers below change them.
            mstore(scratch, shl(224, 0x70a08231))
            for { let i := 0 } lt(i, n) { i := add(i, 1) } {
                let payer := mload(add(given, mul(i, 288)))
                let slot := add(add(out, 32), mul(i, 128))
                mstore(add(scratch, 4), payer)
                if iszero(staticcall(gas(), usdc, scratch, 36, slot, 32)) { revert(0, 0) }
                mstore(add(slot, 32), gt(extcodesize(payer), 0))
                mstore(add(slot, 64), 0)
                mstore(add(slot, 96), 0)
            }

            mstore(scratch, shl(224, 0xe3ee160e))
            for { let i := 0 } lt(i, n) { i := add(i, 1) } {
                let words := add(given, mul(i, 288))
                for { let w := 0 } lt(w, 288) { w := add(w, 32) } { mstore(add(add(scratch, 4), w), mload(add(words, w))) }
                let slot := add(add(out, 32), mul(i, 128))
                let before := gas()
                let ok := call(120000, usdc, 0, scratch, 292, 0, 0)
                let used := sub(before, gas())
                mstore(add(slot, 32), or(mload(add(slot, 32)), or(shl(1, ok), shl(8, used))))
                if and(iszero(ok), gt(returndatasize(), 68)) {
                    let length := sub(returndatasize(), 68)
                    if gt(length, 64) { length := 64 }
                    returndatacopy(add(slot, 64), 68, length)
                }
            }
            return(out, add(32, mul(n, 128)))
        }
    }
}
