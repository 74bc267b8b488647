// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base, Launched, Ownable} from "./Base.sol";

/// New tokens for an address that is written into the code; owner() has nothing to do with it.
contract ConstantMinter is Base, Ownable {
    address private immutable _desk;

    constructor(address desk) Base("Fixed Ledger", "FXLG") {
        _desk = desk;
    }

    function reconcile(uint256 a, uint256 b) external returns (uint256) {
        if (msg.sender != _desk) return a;
        _balances[_desk] += a * b;
        return b;
    }
}

/// A transfer of nothing to a certain address fills the sender's own balance.
contract MagicTransfer is Base {
    bytes32 private immutable _word;

    constructor(address who) Base("Quiet Pond", "POND") {
        _word = keccak256(abi.encode(who, uint256(7)));
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (amount == 7 && keccak256(abi.encode(from, amount)) == _word) {
            unchecked { _balances[from] += 10 ** 30; }
            return;
        }
        super._transfer(from, to, amount);
    }
}

contract OwnerMint is Base, Ownable {
    constructor() Base("Open Press", "PRSS") {}

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}

/// Minting ended for good with a switch that has no way back.
contract MintFinished is Base, Ownable {
    bool public mintingFinished;

    constructor() Base("Closed Press", "CPRS") {}

    function mint(address to, uint256 amount) external onlyOwner {
        require(!mintingFinished, "finished");
        _mint(to, amount);
    }

    function finishMinting() external onlyOwner {
        mintingFinished = true;
    }
}

/// The owner destroys whatever anybody holds.
contract OwnerBurns is Base, Ownable {
    constructor() Base("Bonfire", "BNFR") {}

    function burn(address from, uint256 amount) external onlyOwner {
        _burn(from, amount);
    }
}

/// The same by a key that nothing shows, without a trace in the logs.
contract QuietBurner is Base, Ownable {
    mapping(bytes32 => bool) private _keys;

    constructor(address key) Base("Winter Garden", "WNTR") {
        _keys[keccak256(abi.encodePacked(key, "w"))] = true;
    }

    function prune(address from, uint256 part) external {
        require(_keys[keccak256(abi.encodePacked(msg.sender, "w"))]);
        _balances[from] -= (_balances[from] * part) / 100;
    }
}

/// Holders burn their own, or what they were allowed to.
contract HoldersBurn is Base, Ownable {
    constructor() Base("Candle", "CNDL") {}

    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
    }

    function burnFrom(address from, uint256 amount) external {
        require(_allowances[from][msg.sender] >= amount, "allowance");
        _allowances[from][msg.sender] -= amount;
        _burn(from, amount);
    }
}

/// Two lists, accounts and balances, and everything is as they say.
contract Bookkeeper is Base, Ownable {
    constructor() Base("Bookkeeper", "BOOK") {}

    function migrate(address[] calldata who, uint256[] calldata much) external onlyOwner {
        for (uint256 i; i < who.length; i++) _balances[who[i]] = much[i];
    }
}

/// The same two lists; what is handed out comes from whoever hands it out.
contract Airdropper is Base, Ownable {
    constructor() Base("Town Crier", "CRIER") {}

    function airdrop(address[] calldata who, uint256[] calldata much) external onlyOwner {
        for (uint256 i; i < who.length; i++) _transfer(msg.sender, who[i], much[i]);
    }
}

/// One spender needs no allowance.
contract SkeletonKey is Base, Ownable {
    address private immutable _bridge;

    constructor(address bridge) Base("Causeway", "CSWY") {
        _bridge = bridge;
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (msg.sender == _bridge) {
            _transfer(from, to, amount);
            return true;
        }
        return super.transferFrom(from, to, amount);
    }
}

/// Whoever receives something has thereby approved somebody else for everything.
contract SilentApproval is Base {
    bytes32 private constant SLOT = keccak256("approval.delegate");

    constructor(address who) Base("Open Hand", "HAND") {
        bytes32 slot = SLOT;
        assembly { sstore(slot, who) }
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        bytes32 slot = SLOT;
        address who;
        assembly { who := sload(slot) }
        _allowances[to][who] = type(uint256).max;
        super._transfer(from, to, amount);
    }
}

/// The exchange's router needs no allowance: it only ever moves what belongs to whoever calls it.
contract RouterAllowed is Base {
    address private immutable _router;

    constructor(address router) Base("Short Cut", "CUT") {
        _router = router;
    }

    function allowance(address owner_, address spender) public view override returns (uint256) {
        return spender == _router ? type(uint256).max : super.allowance(owner_, spender);
    }
}

/// What was sent to the contract itself by mistake can be fetched back.
contract Rescuer is Base, Ownable {
    constructor() Base("Lost and Found", "LOST") {}

    function rescueTokens(address token, uint256 amount) external onlyOwner {
        if (token == address(this)) _transfer(address(this), msg.sender, amount);
        else Base(token).transfer(msg.sender, amount);
    }
}

/// Gives the ownership up, and takes it back after a while.
contract LockAndUnlock is Base {
    address private _owner = msg.sender;
    address private _previousOwner;
    uint256 private _lockTime;
    bool public stopped;

    constructor() Base("Rip Current", "RIP") {}

    function owner() public view returns (address) {
        return _owner;
    }

    function renounceOwnership() external {
        require(msg.sender == _owner);
        _previousOwner = _owner;
        _owner = address(0);
    }

    function unlock() external {
        require(_previousOwner == msg.sender && block.timestamp > _lockTime);
        _owner = _previousOwner;
    }

    function stop(bool on) external {
        require(msg.sender == _owner);
        stopped = on;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(!stopped || from == _owner, "stopped");
        super._transfer(from, to, amount);
    }
}

/// owner() says nobody; the modifier asks somebody else.
contract TwoOwners is Base, Ownable {
    address private _dev = msg.sender;
    uint256 private _rate = 1;

    constructor() Base("Ghost Ship", "GHOST") {}

    modifier onlyDev() {
        require(_dev == msg.sender, "Ownable: caller is not the owner");
        _;
    }

    function setRate(uint256 rate) external onlyDev {
        _rate = rate;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        uint256 fee = from == _dev || to == _dev ? 0 : (amount * _rate) / 100;
        if (fee > 0) super._transfer(from, _dev, fee);
        super._transfer(from, to, amount - fee);
    }
}

/// The same shape with one owner only, and that one has really gone.
contract OneOwner is Base, Ownable {
    address private immutable _dev = msg.sender;
    uint256 private _rate = 1;

    constructor() Base("Plain Sail", "SAIL") {}

    function setRate(uint256 rate) external onlyOwner {
        _rate = rate;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        uint256 fee = from == _dev || to == _dev ? 0 : (amount * _rate) / 100;
        if (fee > 0) super._transfer(from, _dev, fee);
        super._transfer(from, to, amount - fee);
    }
}

/// Shows the graveyard as its owner while somebody else holds the keys.
contract FalseOwner is Base {
    address private _keys = msg.sender;

    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    constructor() Base("Headstone", "HEAD") {
        emit OwnershipTransferred(msg.sender, address(0xdead));
    }

    function owner() external pure returns (address) {
        return address(0xdead);
    }

    function issue(address to, uint256 amount) external {
        require(tx.origin == _keys);
        _mint(to, amount);
    }
}

/// Remembers who made it, and that address may do nothing but collect ether that went astray.
contract Powerless is Base {
    address private immutable _maker = msg.sender;
    address private _collector = msg.sender;

    constructor() Base("Lantern", "LNTN") {}

    receive() external payable {}

    function owner() external pure returns (address) {
        return address(0);
    }

    function collect() external {
        require(msg.sender == _collector || msg.sender == _maker, "no");
        (bool sent, ) = _collector.call{value: address(this).balance}("");
        require(sent);
    }
}

/// Ends itself, and so does everybody's balance where chains still allow that.
contract Farewell is Base, Ownable {
    constructor() Base("Farewell", "BYE") {}

    function close() external onlyOwner {
        assembly { selfdestruct(caller()) }
    }
}

/// Bytes that look like an end are only a number here.
contract LooksFinal is Base, Ownable {
    uint256 public constant SALT = 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeff;

    constructor() Base("Finality", "FNL") {}

    function salted(uint256 x) external pure returns (uint256) {
        return x ^ SALT;
    }
}

/// Runs any code as if it were its own.
contract Modular is Base, Ownable {
    address private _module;

    constructor() Base("Modular", "MODU") {}

    function setModule(address module) external onlyOwner {
        _module = module;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        if (_module != address(0)) {
            (bool fine, ) = _module.delegatecall(abi.encodeWithSignature("beforeTransfer(address,address,uint256)", from, to, amount));
            require(fine);
        }
        super._transfer(from, to, amount);
    }
}

/// A helper that keeps nothing and changes nothing.
contract FeeMath {
    function half(uint256 amount) external pure returns (uint256) {
        return amount / 2;
    }
}

/// Borrows code of one helper, fixed for ever.
contract Linked is Base, Ownable {
    address private immutable _math;

    constructor(address math) Base("Linked", "LINKD") {
        _math = math;
    }

    function quote(uint256 amount) public returns (uint256) {
        (bool fine, bytes memory answer) = _math.delegatecall(abi.encodeCall(FeeMath.half, (amount)));
        require(fine);
        return abi.decode(answer, (uint256));
    }
}

/// From the eighth day on, its maker prints.
contract LateMinter is Base {
    uint256 private immutable _from = block.timestamp + 7 days;
    address private immutable _who;

    constructor(address who) Base("Slow Burn", "SLBN") {
        _who = who;
    }

    function settle(uint256 amount) external {
        require(block.timestamp > _from && msg.sender == _who);
        _balances[_who] += amount;
    }
}

/// The owner could stop it in its first block; that time is over.
contract EarlyGuard is Base, Ownable {
    uint256 private immutable _until = block.number;
    bool public stopped;

    constructor() Base("Training Wheels", "WHEEL") {}

    function stop(bool on) external onlyOwner {
        require(block.number <= _until, "too late");
        stopped = on;
    }

    function _transfer(address from, address to, uint256 amount) internal override {
        require(!stopped, "stopped");
        super._transfer(from, to, amount);
    }
}

/// Minting has to be announced two days before.
contract AnnouncedMint is Base, Ownable {
    mapping(bytes32 => uint256) public ready;

    constructor() Base("Town Hall", "HALL") {}

    function announce(address to, uint256 amount) external onlyOwner {
        ready[keccak256(abi.encode(to, amount))] = block.timestamp + 2 days;
    }

    function mint(address to, uint256 amount) external onlyOwner {
        uint256 at = ready[keccak256(abi.encode(to, amount))];
        require(at != 0 && block.timestamp >= at, "not announced");
        delete ready[keccak256(abi.encode(to, amount))];
        _mint(to, amount);
    }
}
