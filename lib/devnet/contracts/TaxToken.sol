// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// Keeps a fixed share of every trade with its pool. The share is a constant: nobody can raise it.
contract TaxToken is ERC20 {
    uint256 public constant TAX_BPS = 300;
    address public immutable collector;
    address public pool;

    constructor(string memory name_, string memory symbol_, uint256 supply) ERC20(name_, symbol_) {
        collector = msg.sender;
        _mint(msg.sender, supply);
    }

    /// Once, after the pool was filled.
    function setPool(address pool_) external {
        require(msg.sender == collector && pool == address(0), "pool is set");
        pool = pool_;
    }

    function _update(address from, address to, uint256 amount) internal override {
        bool trade = pool != address(0) && (from == pool || to == pool);
        uint256 tax = trade ? (amount * TAX_BPS) / 10_000 : 0;
        if (tax > 0) super._update(from, collector, tax);
        super._update(from, to, amount - tax);
    }
}
