// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "solady/src/tokens/ERC20.sol";

/// The leanest of the kits: balances in slots that are hashed by hand, and an allowance for Permit2 from the start.
contract SlimToken is ERC20 {
    constructor() {
        _mint(msg.sender, 1_000_000_000e18);
    }

    function name() public pure override returns (string memory) {
        return "Slimline";
    }

    function symbol() public pure override returns (string memory) {
        return "SLIM";
    }
}
