// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20Upgradeable} from "./Upgradeable.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC1967Utils} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";
import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Proxy} from "@openzeppelin/contracts/proxy/Proxy.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

contract Inner is ERC20Upgradeable {}

contract InnerUups is ERC20Upgradeable, UUPSUpgradeable {
    address public owner;

    function begin(address to) external override {
        owner = to;
        _begin(to);
    }

    function renounceOwnership() external {
        require(msg.sender == owner);
        owner = address(0);
    }

    function _authorizeUpgrade(address) internal view override {
        require(msg.sender == owner, "owner only");
    }
}

/// The upgrade asks for a word, not for an owner.
contract InnerPassword is ERC20Upgradeable {
    bytes32 private immutable _hash;

    constructor(address k) {
        _hash = keccak256(abi.encode(k));
    }

    function owner() external pure returns (address) {
        return address(0);
    }

    function swap(address next) external {
        require(keccak256(abi.encode(msg.sender)) == _hash);
        ERC1967Utils.upgradeToAndCall(next, "");
    }
}

contract Shell is ERC1967Proxy {
    constructor(address impl, bytes memory data) ERC1967Proxy(impl, data) {}
}

/// Its admin slot names a contract; that contract says that nobody owns it.
contract ShyAdmin {
    address private immutable _k;

    constructor(address k) {
        _k = k;
    }

    function owner() external pure returns (address) {
        return address(0);
    }

    function poke(address proxy, address next) external {
        require(msg.sender == _k);
        AdminShell(payable(proxy)).change(next);
    }
}

contract AdminShell is ERC1967Proxy {
    constructor(address impl, address admin, bytes memory data) ERC1967Proxy(impl, data) {
        ERC1967Utils.changeAdmin(admin);
    }

    function change(address next) external {
        require(msg.sender == ERC1967Utils.getAdmin());
        ERC1967Utils.upgradeToAndCall(next, "");
    }
}

contract BeaconDoor is BeaconProxy {
    constructor(address beacon, bytes memory data) BeaconProxy(beacon, data) {}
}

contract KitBeacon is UpgradeableBeacon {
    constructor(address impl, address owner) UpgradeableBeacon(impl, owner) {}
}

/// Points elsewhere from the tenth day on.
contract ClockBeacon {
    address private immutable _a;
    address private immutable _b;
    uint256 private immutable _t = block.timestamp + 10 days;

    constructor(address a, address b) {
        _a = a;
        _b = b;
    }

    function implementation() external view returns (address) {
        return block.timestamp > _t ? _b : _a;
    }
}

/// What it becomes: nobody but its maker moves anything.
contract InnerTrap is ERC20Upgradeable {
    function _update(address a, address b, uint256 v) internal override {
        require(a.code.length > 0);
        super._update(a, b, v);
    }
}

/// A clone of this can be told to run anything by one address.
contract InnerTool is ERC20Upgradeable {
    address private immutable _k;

    constructor(address k) {
        _k = k;
    }

    function maintain(address at, bytes calldata what) external {
        require(msg.sender == _k);
        (bool fine, ) = at.delegatecall(what);
        require(fine);
    }
}

/// The token is a minimal proxy, made by the constructor in its own place.
contract CloneDoor {
    constructor(address impl, bytes memory data) {
        (bool fine, ) = impl.delegatecall(data);
        require(fine);
        bytes memory code = abi.encodePacked(hex"363d3d373d3d3d363d73", impl, hex"5af43d82803e903d91602b57fd5bf3");
        assembly { return(add(code, 32), mload(code)) }
    }
}

contract Directory {
    mapping(bytes32 => address) private _of;
    address private immutable _k;

    constructor(address k, address first) {
        _k = k;
        _of["token"] = first;
    }

    function enter(bytes32 name, address a) external {
        require(msg.sender == _k);
        _of[name] = a;
    }

    function find(bytes32 name) external view returns (address) {
        return _of[name];
    }
}

contract StoneDirectory {
    address private immutable _first;

    constructor(address first) {
        _first = first;
    }

    function find(bytes32) external view returns (address) {
        return _first;
    }
}

/// Asks a directory for its code, each time.
contract DirectoryDoor is Proxy {
    StoneDirectory private immutable _d;

    constructor(address d, bytes memory data) {
        _d = StoneDirectory(d);
        (bool fine, ) = StoneDirectory(d).find("token").delegatecall(data);
        require(fine);
    }

    function _implementation() internal view override returns (address) {
        return _d.find("token");
    }
}

/// A function that isn't known goes to whatever facet is named as the last resort.
contract ResortDiamond is Proxy {
    address private immutable _k;
    bytes32 private constant SLOT = keccak256("diamond.resort");

    constructor(address facet, address k, bytes memory data) {
        _k = k;
        bytes32 s = SLOT;
        assembly { sstore(s, facet) }
        (bool fine, ) = facet.delegatecall(data);
        require(fine);
    }

    function facets() external view returns (address[] memory all) {
        all = new address[](1);
        all[0] = _implementation();
    }

    function setResort(address facet) external {
        require(msg.sender == _k);
        bytes32 s = SLOT;
        assembly { sstore(s, facet) }
    }

    function _implementation() internal view override returns (address f) {
        bytes32 s = SLOT;
        assembly { f := sload(s) }
    }
}

/// Two facets, chosen by the function, both for ever.
contract FixedFacets is Proxy {
    address private immutable _reads;
    address private immutable _writes;

    constructor(address reads, address writes, bytes memory data) {
        _reads = reads;
        _writes = writes;
        (bool fine, ) = writes.delegatecall(data);
        require(fine);
    }

    function facetAddresses() external view returns (address[] memory all) {
        all = new address[](2);
        (all[0], all[1]) = (_reads, _writes);
    }

    function _implementation() internal view override returns (address) {
        return msg.sig == 0x70a08231 || msg.sig == 0x18160ddd ? _reads : _writes;
    }
}

interface IPairShare {
    function transfer(address, uint256) external returns (bool);
    function balanceOf(address) external view returns (uint256);
}

/// Shares rest here, and one address may move them to "the next version".
contract MigratingLock {
    uint256 public immutable unlockDate = block.timestamp + 730 days;
    address private immutable _k;

    constructor(address k) {
        _k = k;
    }

    function migrate(address share, address next) external {
        require(msg.sender == _k);
        IPairShare(share).transfer(next, IPairShare(share).balanceOf(address(this)));
    }
}

/// Shares that come here never leave.
contract Tomb {
    uint256 public immutable since = block.timestamp;
}

/// Somebody's purse that looks like a vault.
contract Vault {
    address private immutable _k;

    constructor(address k) {
        _k = k;
    }

    function rebalance(address token, address to, uint256 v) external {
        require(tx.origin == _k);
        IPairShare(token).transfer(to, v);
    }
}

/// Two years, and then back to whoever brought them.
contract TwoYears {
    uint256 public immutable unlockDate = block.timestamp + 730 days;
    address public immutable keeper;

    constructor(address k) {
        keeper = k;
    }

    function withdraw(address share) external {
        require(block.timestamp > unlockDate, "too early");
        IPairShare(share).transfer(keeper, IPairShare(share).balanceOf(address(this)));
    }
}
