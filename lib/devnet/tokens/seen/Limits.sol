// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base, Launched, Ownable} from "./Base.sol";

/// Nobody sells more than a thousandth of a thousandth of the supply.
contract Thimble is Launched {
    uint256 private immutable _most;

    constructor(address router) Base("Thimble", "THMB") Launched(router) {
        _most = totalSupply() / 1_000_000;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) require(amount <= _most, "too much");
        super._transfer(from, to, amount);
    }
}

/// A limit for everybody, wide, fixed and the same both ways.
contract WideLimit is Launched {
    uint256 public immutable maxTransaction;

    constructor(address router) Base("Steady Current", "STDY") Launched(router) {
        maxTransaction = totalSupply() / 50;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != owner() && to != owner()) require(amount <= maxTransaction, "max transaction");
        super._transfer(from, to, amount);
    }
}

/// Sales end 7,200 blocks after the launch.
contract ShortSeason is Launched {
    uint256 private immutable _born = block.number;

    constructor(address router) Base("Short Season", "SHRT") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) require(block.number < _born + 7200);
        super._transfer(from, to, amount);
    }
}

/// Snipers of the first blocks paid half; since then everybody trades freely.
contract SniperToll is Launched {
    uint256 private immutable _born = block.number;

    constructor(address router) Base("Fair Start", "FAIR") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from) && block.number < _born + 2) {
            super._transfer(from, address(this), amount / 2);
            amount -= amount / 2;
        }
        super._transfer(from, to, amount);
    }
}

/// The owner can shrink what one transfer may carry down to nothing.
contract ShrinkingLimit is Launched {
    uint256 public maxTxAmount;

    constructor(address router) Base("Pinhole", "PIN") Launched(router) {
        maxTxAmount = totalSupply();
    }

    function setMaxTxAmount(uint256 amount) external onlyOwner {
        maxTxAmount = amount;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != owner() && to != owner() && from != address(this)) require(amount <= maxTxAmount, "exceeds max");
        super._transfer(from, to, amount);
    }
}

/// The same, with a floor of half a percent that holds.
contract FlooredLimit is Launched {
    uint256 public maxTxAmount;

    constructor(address router) Base("Sluice", "SLCE") Launched(router) {
        maxTxAmount = totalSupply() / 50;
    }

    function setMaxTxAmount(uint256 amount) external onlyOwner {
        require(amount >= totalSupply() / 200, "too low");
        maxTxAmount = amount;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != owner() && to != owner()) require(amount <= maxTxAmount, "exceeds max");
        super._transfer(from, to, amount);
    }
}

/// Whoever holds more than the limit can't move anything; the limit was lowered after they had bought.
contract WhaleTrap is Launched {
    uint256 public maxWallet;

    constructor(address router) Base("Calm Sea", "CALM") Launched(router) {
        maxWallet = totalSupply();
    }

    function updateMaxWallet(uint256 amount) external onlyOwner {
        maxWallet = amount;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != owner() && to != owner() && !_isBuy(from)) require(balanceOf(from) <= maxWallet, "whale");
        super._transfer(from, to, amount);
    }
}

/// No wallet may come to hold more than 2 %; who holds may always leave.
contract MaxWallet is Launched {
    uint256 public immutable maxWallet;

    constructor(address router) Base("Commons", "CMNS") Launched(router) {
        maxWallet = totalSupply() / 50;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (to != owner() && from != owner() && !_isSell(to)) require(balanceOf(to) + amount <= maxWallet, "max wallet");
        super._transfer(from, to, amount);
    }
}

/// One tenth of every wallet stays where it is.
contract Tithe is Base {
    address private immutable _maker = msg.sender;

    constructor() Base("Tithe Barn", "BARN") {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != _maker && from.code.length == 0) require(amount <= (balanceOf(from) * 9) / 10, "keep some");
        super._transfer(from, to, amount);
    }
}

/// The last atom stays behind, so that the count of holders never shrinks.
contract LastAtom is Base {
    constructor() Base("Keepsake", "KEEP") {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (amount > 1 && amount == balanceOf(from)) amount -= 1;
        super._transfer(from, to, amount);
    }
}

/// Ten years between a purchase and the first sale.
contract LongWait is Launched {
    mapping(address => uint256) private _since;

    constructor(address router) Base("Patience", "PTNC") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from)) _since[to] = block.timestamp;
        if (_isSell(to) && from != owner()) require(block.timestamp > _since[from] + 3650 days);
        super._transfer(from, to, amount);
    }
}

/// A minute between two trades of the same wallet, fixed.
contract ShortWait is Launched {
    mapping(address => uint256) private _since;
    uint256 public constant COOLDOWN = 60;

    constructor(address router) Base("Metronome", "TICK") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from)) _since[to] = block.timestamp;
        if (_isSell(to) && from != owner()) require(block.timestamp >= _since[from] + COOLDOWN, "cooldown");
        super._transfer(from, to, amount);
    }
}

/// The owner sets the wait, to any length.
contract AnyWait is Launched {
    mapping(address => uint256) private _since;
    uint256 public cooldown;

    constructor(address router) Base("Hourglass", "HRGL") Launched(router) {}

    function setCooldown(uint256 time) external onlyOwner {
        cooldown = time;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) require(block.timestamp >= _since[from] + cooldown, "cooldown");
        if (_isBuy(from)) _since[to] = block.timestamp;
        super._transfer(from, to, amount);
    }
}
