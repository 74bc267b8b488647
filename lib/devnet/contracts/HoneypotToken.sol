// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// Lets everybody buy and nobody but its owner sell: the trap that a safety check must see.
contract HoneypotToken is ERC20, Ownable {
    address public pool;

    constructor(string memory name_, string memory symbol_, uint256 supply) ERC20(name_, symbol_) Ownable(msg.sender) {
        _mint(msg.sender, supply);
    }

    function setPool(address pool_) external onlyOwner {
        pool = pool_;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (pool != address(0) && to == pool && from != owner()) revert("TRANSFER_FAILED");
        super._update(from, to, amount);
    }
}
