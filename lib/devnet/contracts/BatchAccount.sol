// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// Code for accounts that are delegated to it (EIP-7702): several calls as one, by the account itself only.
contract BatchAccount {
    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    receive() external payable {}

    function execute(Call[] calldata calls) external payable {
        require(msg.sender == address(this), "not yours");
        for (uint256 i = 0; i < calls.length; i++) {
            (bool done, ) = calls[i].to.call{value: calls[i].value}(calls[i].data);
            require(done, "a call failed");
        }
    }
}
