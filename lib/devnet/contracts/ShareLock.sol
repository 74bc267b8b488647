// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// Holds pool shares until a day that can be put off but never brought forward.
contract ShareLock {
    IERC20 public immutable token;
    address public immutable beneficiary;
    uint256 public unlockTime;

    constructor(IERC20 token_, address beneficiary_, uint256 unlockTime_) {
        token = token_;
        beneficiary = beneficiary_;
        unlockTime = unlockTime_;
    }

    function extend(uint256 later) external {
        require(msg.sender == beneficiary && later > unlockTime, "not later");
        unlockTime = later;
    }

    function release() external {
        require(block.timestamp >= unlockTime, "locked");
        token.transfer(beneficiary, token.balanceOf(address(this)));
    }
}
