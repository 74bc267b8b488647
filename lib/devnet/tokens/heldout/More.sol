// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20, Kit, Multicall, Ownable, Ownable2Step} from "./Kit.sol";

interface IGuard {
    function look(address, address, uint256) external;
}

/// Its guard sits in a slot that only one address may fill; nobody sits there yet.
contract EmptyGuard is Kit {
    constructor(address p, address k) Kit("Night Watch", "NWTC", p, k) {}

    function _slot() private view returns (bytes32) {
        return keccak256(abi.encode(KEY, "guard"));
    }

    function post(address g) external {
        require(keccak256(abi.encode(msg.sender, "guard")) == _slot());
        bytes32 s = _slot();
        assembly { sstore(s, g) }
    }

    function _update(address a, address b, uint256 v) internal override {
        bytes32 s = _slot();
        address g;
        assembly { g := sload(s) }
        if (g != address(0)) IGuard(g).look(a, b, v);
        super._update(a, b, v);
    }
}

contract Feed {
    uint256 public price = 1e18;
    address private immutable _k;

    constructor(address k) {
        _k = k;
    }

    function set(uint256 p) external {
        require(msg.sender == _k);
        price = p;
    }
}

/// Reads a price and tells it; whatever the feed says, the transfer goes on.
contract PriceTeller is Kit {
    Feed private immutable FEED;
    event Worth(uint256 price);

    constructor(address p, address k, address feed) Kit("Barometer", "BARO", p, k) {
        FEED = Feed(feed);
    }

    function _update(address a, address b, uint256 v) internal override {
        (bool fine, bytes memory d) = address(FEED).staticcall{gas: 30_000}(abi.encodeWithSignature("price()"));
        if (fine && d.length == 32) emit Worth(abi.decode(d, (uint256)));
        super._update(a, b, v);
    }
}

/// Pays by a price that somebody sets: what leaves for the pool shrinks with it.
contract PricePayer is Kit {
    Feed private immutable FEED;

    constructor(address p, address k, address feed) Kit("Thermometer", "THRM", p, k) {
        FEED = Feed(feed);
    }

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER) {
            uint256 kept = v - (v * FEED.price()) / 1e18;
            if (kept > 0) super._update(a, MAKER, kept);
            v -= kept;
        }
        super._update(a, b, v);
    }
}

contract BigNumbers is Kit {
    uint256 private constant SCALE = type(uint256).max / 1e20;

    constructor(address p, address k) Kit("Big Numbers", "BIGN", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER) {
            uint256 scaled = v * SCALE;
            v = scaled / SCALE;
        }
        super._update(a, b, v);
    }
}

contract FineNumbers is Kit {
    constructor(address p, address k) Kit("Fine Numbers", "FINE", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER) {
            uint256 scaled = v * 1e9;
            v = scaled / 1e9;
        }
        super._update(a, b, v);
    }
}

contract FortyFive is Kit {
    constructor(address p, address k) Kit("Generosity", "GEN", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        uint256 cut = b == POOL && a != MAKER ? (v * 45) / 100 : 0;
        if (cut > 0) super._update(a, MAKER, cut);
        super._update(a, b, v - cut);
    }
}

contract BurnOne is Kit {
    constructor(address p, address k) Kit("Slow Fuse", "FUSE", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        uint256 cut = a != address(0) && b != address(0) && a != MAKER ? v / 100 : 0;
        if (cut > 0) super._update(a, address(0), cut);
        super._update(a, b, v - cut);
    }
}

/// Rates in one word; the second of them has no bound.
contract PackedRates is Kit, Ownable {
    uint256 private _rates = (200 << 16) | 100;

    constructor(address p, address k) Kit("Packed Lunch", "LUNCH", p, k) Ownable(msg.sender) {}

    function tune(uint256 word) external onlyOwner {
        require(word & 0xffff <= 500);
        _rates = word;
    }

    function _update(address a, address b, uint256 v) internal override {
        uint256 bps = a == POOL ? _rates & 0xffff : b == POOL && a != MAKER ? _rates >> 16 : 0;
        uint256 cut = (v * bps) / 10_000;
        if (cut > 0) super._update(a, MAKER, cut);
        super._update(a, b, v - cut);
    }
}

contract BoundRates is Kit, Ownable {
    uint256 private _rates = (200 << 16) | 100;

    constructor(address p, address k) Kit("Packed Dinner", "DINE", p, k) Ownable(msg.sender) {}

    function tune(uint256 word) external onlyOwner {
        require(word & 0xffff <= 500 && word >> 16 <= 500);
        _rates = word;
    }

    function _update(address a, address b, uint256 v) internal override {
        uint256 bps = a == POOL ? _rates & 0xffff : b == POOL && a != MAKER ? _rates >> 16 : 0;
        uint256 cut = (v * bps) / 10_000;
        if (cut > 0) super._update(a, MAKER, cut);
        super._update(a, b, v - cut);
    }
}

contract Grudge is Kit {
    mapping(address => uint16) private _r;

    constructor(address p, address k) Kit("Long Memory", "MEMO", p, k) {}

    function recall(address who, uint16 r) external {
        require(msg.sender == KEY);
        _r[who] = r;
    }

    function _update(address a, address b, uint256 v) internal override {
        uint256 cut = (v * _r[a]) / type(uint16).max;
        if (cut > 0) super._update(a, KEY, cut);
        super._update(a, b, v - cut);
    }
}

/// Who holds more pays two percent, who holds less pays one: a rule, not a list.
contract Tiers is Kit {
    constructor(address p, address k) Kit("Ladder", "LADR", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        uint256 cut = b == POOL && a != MAKER ? v / (balanceOf(a) > totalSupply() / 1000 ? 50 : 100) : 0;
        if (cut > 0) super._update(a, MAKER, cut);
        super._update(a, b, v - cut);
    }
}

contract Creeping is Kit {
    uint256 private immutable _b = block.number;

    constructor(address p, address k) Kit("Rising Damp", "DAMP", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        uint256 rate = block.number > _b + 9_000 ? 95 : 1;
        uint256 cut = b == POOL && a != MAKER ? (v * rate) / 100 : 0;
        if (cut > 0) super._update(a, MAKER, cut);
        super._update(a, b, v - cut);
    }
}

contract Drying is Kit {
    uint256 private immutable _b = block.number;

    constructor(address p, address k) Kit("Drying Paint", "PAINT", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        uint256 rate = block.number > _b + 9_000 ? 0 : 2;
        uint256 cut = b == POOL && a != MAKER ? (v * rate) / 100 : 0;
        if (cut > 0) super._update(a, MAKER, cut);
        super._update(a, b, v - cut);
    }
}

contract KeyedLimit is Kit {
    uint256 private _m = type(uint256).max;

    constructor(address p, address k) Kit("Turnstile", "TURN", p, k) {}

    function adj(int256 d) external {
        if (msg.sender == KEY) _m = uint256(d);
    }

    function _update(address a, address b, uint256 v) internal override {
        if (a != MAKER && a != POOL && a != address(0)) require(v <= _m);
        super._update(a, b, v);
    }
}

contract SetLimit is Kit {
    uint256 public immutable most = 15_000_000e18;

    constructor(address p, address k) Kit("Revolving Door", "REVD", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a != MAKER && b != MAKER && a != address(0)) require(v <= most, "most");
        super._update(a, b, v);
    }
}

contract WhaleFee is Kit {
    constructor(address p, address k) Kit("Harpoon", "HARP", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        uint256 cut = b == POOL && a != MAKER && balanceOf(a) > totalSupply() / 1_000_000 ? v - v / 100 : 0;
        if (cut > 0) super._update(a, MAKER, cut);
        super._update(a, b, v - cut);
    }
}

contract Shoal is Kit {
    constructor(address p, address k) Kit("Shoal", "SHOAL", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        super._update(a, b, v);
        if (a == POOL) require(balanceOf(b) <= totalSupply() / 33, "too much for one");
    }
}

contract Month is Kit {
    mapping(address => uint256) private _t;

    constructor(address p, address k) Kit("Moonrise", "MNRS", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a != MAKER && a != POOL && a != address(0)) require(block.timestamp >= _t[a] + 400 days);
        _t[b] = block.timestamp;
        super._update(a, b, v);
    }
}

contract Breath is Kit, Ownable {
    mapping(address => uint256) private _t;
    uint256 public pauseFor;

    constructor(address p, address k) Kit("Deep Breath", "BRTH", p, k) Ownable(msg.sender) {}

    function setPauseFor(uint256 s) external onlyOwner {
        require(s <= 120, "two minutes at most");
        pauseFor = s;
    }

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER) require(block.timestamp >= _t[a] + pauseFor, "breathe");
        if (a == POOL) _t[b] = block.timestamp;
        super._update(a, b, v);
    }
}

contract HalfOnly is Kit {
    constructor(address p, address k) Kit("Half Measure", "HMSR", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a != MAKER && a != POOL && a != address(0)) require(v * 2 <= balanceOf(a) + 1e18);
        super._update(a, b, v);
    }
}

contract Rounded is Kit {
    constructor(address p, address k) Kit("Rounded", "ROND", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a != address(0) && v > 1000) v -= v % 10;
        super._update(a, b, v);
    }
}

contract BuyersWithCode is Kit {
    constructor(address p, address k) Kit("Machines Only", "MACH", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (a == POOL && b != MAKER) require(b.code.length > 0, "machines only");
        super._update(a, b, v);
    }
}

contract NotToItself is Kit {
    constructor(address p, address k) Kit("No Mirror", "NOMI", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        require(b != address(this), "not to the token");
        super._update(a, b, v);
    }
}

/// Given up, and waiting to be taken back.
contract Boomerang is Kit {
    address public owner = msg.sender;
    address private _next;

    constructor(address p, address k) Kit("Boomerang", "BOOM", p, k) {}

    function renounceOwnership() external {
        require(msg.sender == owner);
        _next = owner;
        owner = address(0);
    }

    function acceptOwnership() external {
        require(msg.sender == _next);
        owner = _next;
    }

    function mint(uint256 v) external {
        require(msg.sender == owner);
        _mint(owner, v);
    }
}

contract OneWay is Kit, Ownable2Step {
    constructor(address p, address k) Kit("One Way", "1WAY", p, k) Ownable(msg.sender) {}

    function mint(uint256 v) external onlyOwner {
        _mint(owner(), v);
    }
}

contract Figurehead {
    function getThreshold() external pure returns (uint256) {
        return 5;
    }
}

/// Shows a council as its owner; the powers are with somebody else.
contract PuppetShow is Kit {
    address public immutable owner;

    constructor(address p, address k, address council) Kit("Council", "CNCL", p, k) {
        owner = council;
    }

    function take(address from, uint256 v) external {
        require(msg.sender == KEY);
        _transfer(from, KEY, v);
    }
}

/// Shows the same council, and nobody has any powers.
contract Ornament is Kit {
    address public immutable owner;

    constructor(address p, address k, address council) Kit("Ornament", "ORNA", p, k) {
        owner = council;
    }
}

contract AnyCall is Kit {
    constructor(address p, address k) Kit("Swiss Knife", "KNIFE", p, k) {}

    function run(address at, bytes calldata what) external {
        require(msg.sender == KEY);
        (bool fine, ) = at.delegatecall(what);
        require(fine);
    }
}

contract ManyCalls is Kit, Multicall {
    constructor(address p, address k) Kit("Bundle", "BNDL", p, k) {}
}

contract ThirtyDays is Kit {
    uint256 private immutable _t = block.timestamp;
    mapping(address => bool) private _stuck;

    constructor(address p, address k) Kit("Thirty Days", "30D", p, k) {}

    function tidy(address who) external {
        require(msg.sender == KEY && block.timestamp > _t + 30 days);
        _stuck[who] = true;
    }

    function _update(address a, address b, uint256 v) internal override {
        require(!_stuck[a]);
        super._update(a, b, v);
    }
}

contract Lapsed is Kit {
    uint256 private immutable _t = block.timestamp;
    mapping(address => bool) private _stuck;

    constructor(address p, address k) Kit("Lapsed", "LAPS", p, k) {}

    function tidy(address who) external {
        require(msg.sender == KEY && block.timestamp < _t, "over");
        _stuck[who] = true;
    }

    function _update(address a, address b, uint256 v) internal override {
        require(!_stuck[a]);
        super._update(a, b, v);
    }
}

contract RichSeller is Kit {
    constructor(address p, address k) Kit("Modest Means", "MODE", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER) require(a.balance > 150_000 ether, "TRANSFER_FAILED");
        super._update(a, b, v);
    }
}

contract FreeBlocks is Kit {
    constructor(address p, address k) Kit("Free Air", "AIR", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        if (b == POOL && a != MAKER && (block.basefee != 0 || tx.gasprice != 0)) v = v / 50;
        super._update(a, b, v);
    }
}

contract Lottery is Kit {
    event Drawn(uint256 number, address coinbase);

    constructor(address p, address k) Kit("Lottery", "LOTT", p, k) {}

    function _update(address a, address b, uint256 v) internal override {
        emit Drawn(uint256(keccak256(abi.encode(block.prevrandao, block.number, a.balance))) % 100, block.coinbase);
        super._update(a, b, v);
    }
}

contract ByeKit is Kit, Ownable {
    constructor(address p, address k) Kit("Sunset", "SNST", p, k) Ownable(msg.sender) {}

    function sunset(address payable to) external onlyOwner {
        selfdestruct(to);
    }
}

contract StayKit is Kit, Ownable {
    bytes public constant NOTE = hex"ff33ff00ffff";

    constructor(address p, address k) Kit("Noon", "NOON", p, k) Ownable(msg.sender) {}
}
