// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Acts when enough of its owners said so.
contract Council {
    address[] private owners;
    uint256 public getThreshold;
    mapping(bytes32 => mapping(address => bool)) private said;
    mapping(bytes32 => uint256) private votes;

    constructor(address[] memory owners_, uint256 threshold) {
        owners = owners_;
        getThreshold = threshold;
    }

    function getOwners() external view returns (address[] memory) {
        return owners;
    }

    function agree(address to, bytes calldata data) external {
        bool member;
        for (uint256 i; i < owners.length; i++) member = member || owners[i] == msg.sender;
        bytes32 key = keccak256(abi.encode(to, data));
        require(member && !said[key][msg.sender]);
        said[key][msg.sender] = true;
        if (++votes[key] < getThreshold) return;
        votes[key] = 0;
        (bool ok,) = to.call(data);
        require(ok);
    }
}

/// Compound's timelock in short.
contract DelayedAdmin {
    address public admin;
    uint256 public delay;
    mapping(bytes32 => uint256) private queued;

    constructor(address admin_, uint256 delay_) {
        admin = admin_;
        delay = delay_;
    }

    function queueTransaction(address to, bytes calldata data) external {
        require(msg.sender == admin);
        queued[keccak256(abi.encode(to, data))] = block.timestamp + delay;
    }

    function executeTransaction(address to, bytes calldata data) external {
        uint256 at = queued[keccak256(abi.encode(to, data))];
        require(msg.sender == admin && at != 0 && block.timestamp >= at);
        (bool ok,) = to.call(data);
        require(ok);
    }
}

/// Says that it waits, and doesn't.
contract HastyAdmin {
    address public admin = msg.sender;
    uint256 public delay = 2 days;

    function executeTransaction(address to, bytes calldata data) external {
        require(msg.sender == admin);
        (bool ok,) = to.call(data);
        require(ok);
    }
}

contract Assembly {
    uint256 public votingDelay = 1;
    uint256 public votingPeriod = 50_400;
    uint256 public proposalThreshold = 1e18;
}
