// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

abstract contract Forwarder {
    function _code() internal view virtual returns (address);

    fallback() external payable {
        address target = _code();
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), target, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(ok) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}

contract Proxy1967 is Forwarder {
    constructor(address implementation, address admin) {
        assembly {
            sstore(0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc, implementation)
            sstore(0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103, admin)
        }
    }

    function _code() internal view override returns (address target) {
        assembly { target := sload(0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc) }
    }
}

contract Beacon {
    address public implementation;
    address public owner = msg.sender;

    constructor(address implementation_) {
        implementation = implementation_;
    }
}

contract BeaconProxy is Forwarder {
    constructor(address beacon) {
        assembly { sstore(0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50, beacon) }
    }

    function _code() internal view override returns (address target) {
        address beacon;
        assembly { beacon := sload(0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50) }
        return Beacon(beacon).implementation();
    }
}

/// Keeps its code's address where no standard looks.
contract OddProxy is Forwarder {
    address private target;

    constructor(address target_) {
        target = target_;
    }

    function _code() internal view override returns (address) {
        return target;
    }
}

/// What the proxies run: a token whose storage is filled by `start`.
contract ProxiedToken {
    string public constant name = "Proxied";
    string public constant symbol = "PRX";
    uint8 public constant decimals = 18;
    uint256[8] private spare;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function start(address to) external {
        require(totalSupply == 0);
        totalSupply = 1_000_000e18;
        balanceOf[to] = totalSupply;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        return true;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        allowance[from][msg.sender] -= value;
        balanceOf[from] -= value;
        balanceOf[to] += value;
        return true;
    }
}
