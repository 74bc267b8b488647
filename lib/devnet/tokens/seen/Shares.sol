// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

interface IShare {
    function transfer(address to, uint256 amount) external returns (bool);
    function balanceOf(address account) external view returns (uint256);
}

/// Keeps shares until a day, and then gives them to whoever brought them.
contract TimeLock {
    address public immutable beneficiary;
    uint256 public immutable releaseTime;

    constructor(address beneficiary_, uint256 releaseTime_) {
        beneficiary = beneficiary_;
        releaseTime = releaseTime_;
    }

    function release(address share) external {
        require(block.timestamp >= releaseTime, "locked");
        IShare(share).transfer(beneficiary, IShare(share).balanceOf(address(this)));
    }
}

/// The same with a door at the back.
contract LeakyLock {
    address public immutable beneficiary;
    uint256 public immutable releaseTime;

    constructor(address beneficiary_, uint256 releaseTime_) {
        beneficiary = beneficiary_;
        releaseTime = releaseTime_;
    }

    function release(address share) external {
        require(block.timestamp >= releaseTime, "locked");
        IShare(share).transfer(beneficiary, IShare(share).balanceOf(address(this)));
    }

    function emergencyWithdraw(address share, uint256 amount) external {
        require(msg.sender == beneficiary);
        IShare(share).transfer(msg.sender, amount);
    }
}

/// Its day can be brought forward by whoever gets the shares.
contract MovableLock {
    address public immutable beneficiary;
    uint256 public releaseTime;

    constructor(address beneficiary_, uint256 releaseTime_) {
        beneficiary = beneficiary_;
        releaseTime = releaseTime_;
    }

    function extend(uint256 time) external {
        require(msg.sender == beneficiary);
        releaseTime = time;
    }

    function release(address share) external {
        require(block.timestamp >= releaseTime, "locked");
        IShare(share).transfer(beneficiary, IShare(share).balanceOf(address(this)));
    }
}
