// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// Everybody can sell as long as the gate stands open. Its owner closes it for all but their own.
contract SaleGateToken is ERC20, Ownable {
    address public pool;
    bool public gateOpen = true;
    mapping(address => bool) public passes;

    constructor(string memory name_, string memory symbol_, uint256 supply) ERC20(name_, symbol_) Ownable(msg.sender) {
        passes[msg.sender] = true;
        _mint(msg.sender, supply);
    }

    function setPool(address pool_) external onlyOwner {
        pool = pool_;
    }

    function setGate(bool open) external onlyOwner {
        gateOpen = open;
    }

    function setPass(address account, bool allowed) external onlyOwner {
        passes[account] = allowed;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (to == pool && pool != address(0)) require(gateOpen || passes[from], "Gate closed");
        super._update(from, to, amount);
    }
}
