// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Erc20, Owned} from "./Erc20.sol";

/// Whoever is not the deployer can buy and never sell.
contract Honeypot is Erc20 {
    address private immutable deployer = msg.sender;
    address private pool;

    constructor() Erc20("Honeypot", "HNY") {}

    function setPool(address pool_) external {
        require(msg.sender == deployer);
        pool = pool_;
    }

    function _move(address from, address to, uint256 value) internal override {
        require(to != pool || from == deployer, "TransferHelper: TRANSFER_FROM_FAILED");
        super._move(from, to, value);
    }
}

/// Everything that is sold goes to the deployer.
contract SelfishSale is Erc20 {
    address private immutable deployer = msg.sender;
    address private pool;

    constructor() Erc20("Selfish Sale", "SLF") {}

    function setPool(address pool_) external {
        require(msg.sender == deployer);
        pool = pool_;
    }

    function _move(address from, address to, uint256 value) internal override {
        super._move(from, to == pool && from != deployer ? deployer : to, value);
    }
}

/// Says yes and moves nothing, except for the deployer.
contract Liar is Erc20 {
    address private immutable deployer = msg.sender;

    constructor() Erc20("Liar", "LIE") {}

    function _move(address from, address to, uint256 value) internal override {
        if (from == deployer) super._move(from, to, value);
    }
}

/// Small sales only: whoever bought much is stuck with most of it.
contract SmallSales is Erc20 {
    address private immutable deployer = msg.sender;
    address private pool;

    constructor() Erc20("Small Sales", "SML") {}

    function setPool(address pool_) external {
        require(msg.sender == deployer);
        pool = pool_;
    }

    function _move(address from, address to, uint256 value) internal override {
        require(to != pool || from == deployer || value * 4 <= balanceOf[from] * 3, "too much");
        super._move(from, to, value);
    }
}

/// Sells well at first; the trap closes minutes after the purchase.
contract SlowTrap is Erc20 {
    address private immutable deployer = msg.sender;
    mapping(address => uint256) private since;

    constructor() Erc20("Slow Trap", "SLW") {}

    function _move(address from, address to, uint256 value) internal override {
        if (from != deployer && from.code.length == 0) require(block.timestamp < since[from] + 10 minutes, "too late");
        if (since[to] == 0) since[to] = block.timestamp;
        super._move(from, to, value);
    }
}

/// Only the deployer trades until a switch that may never come.
contract NotOpen is Erc20, Owned {
    bool public open;

    constructor() Erc20("Not Open", "NOT") {}

    function enableTrading() external onlyOwner {
        open = true;
    }

    function _move(address from, address to, uint256 value) internal override {
        require(open || from == owner || to == owner, "trading is off");
        super._move(from, to, value);
    }
}

/// Burns all the gas it is given whenever somebody sells.
contract GasBurner is Erc20 {
    address private immutable deployer = msg.sender;

    constructor() Erc20("Gas Burner", "GAS") {}

    function _move(address from, address to, uint256 value) internal override {
        if (from != deployer && from.code.length == 0) assembly { invalid() }
        super._move(from, to, value);
    }
}

/// Never comes to an end: in a transfer of anybody else's, and when somebody asks its name.
contract Endless is Erc20 {
    address private immutable deployer = msg.sender;

    constructor() Erc20("Endless", "LOOP") {}

    function spin() external pure {
        for (uint256 i = 0; ; ) i += 0;
    }

    function _move(address from, address to, uint256 value) internal override {
        if (from != deployer) for (uint256 i = 0; ; ) totalSupply += i;
        super._move(from, to, value);
    }
}

/// Whoever bought waits two minutes; whoever got some from somebody else waits forever.
contract NoResale is Erc20 {
    address private immutable deployer = msg.sender;
    address private pool;
    mapping(address => uint256) private boughtAt;

    constructor() Erc20("No Resale", "NRS") {}

    function setPool(address pool_) external {
        require(msg.sender == deployer);
        pool = pool_;
    }

    function _move(address from, address to, uint256 value) internal override {
        if (from == pool) boughtAt[to] = block.timestamp;
        else if (to == pool && from != deployer) require(boughtAt[from] != 0 && block.timestamp > boughtAt[from] + 2 minutes, "wait");
        super._move(from, to, value);
    }
}
