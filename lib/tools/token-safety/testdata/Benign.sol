// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Erc20, Owned} from "./Erc20.sol";

contract Plain is Erc20 {
    constructor() Erc20("Plain", "PLN") {}
}

/// An owner without any power over holders.
contract IdleOwner is Erc20, Owned {
    constructor() Erc20("Idle Owner", "IDL") {}
}

/// 3 % of every transfer goes to a treasury; nobody can change it.
contract FixedTax is Erc20 {
    address private immutable treasury = msg.sender;

    constructor() Erc20("Fixed Tax", "FTX") {}

    function _move(address from, address to, uint256 value) internal override {
        uint256 fee = from == treasury || to == treasury ? 0 : (value * 300) / 10_000;
        if (fee > 0) super._move(from, treasury, fee);
        super._move(from, to, value - fee);
    }
}

/// Nobody sells within two minutes of buying: unusual, but no trap.
contract Cooldown is Erc20 {
    mapping(address => uint256) private boughtAt;
    address private immutable deployer = msg.sender;

    constructor() Erc20("Cooldown", "CDN") {}

    function _move(address from, address to, uint256 value) internal override {
        if (from != deployer && from.code.length == 0) require(block.timestamp >= boughtAt[from] + 2 minutes, "cooling down");
        boughtAt[to] = block.timestamp;
        super._move(from, to, value);
    }
}
