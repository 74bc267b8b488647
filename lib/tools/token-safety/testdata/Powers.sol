// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Erc20, Owned} from "./Erc20.sol";

contract OwnerMint is Erc20, Owned {
    constructor() Erc20("Owner Mint", "OMT") {}

    function mint(address to, uint256 value) external onlyOwner {
        _mint(to, value);
    }
}

/// The minter is a separate key: renouncing the ownership does not end it.
contract MinterMint is Erc20, Owned {
    address private minter = msg.sender;

    constructor() Erc20("Minter Mint", "MMT") {}

    function mint(address to, uint256 value) external {
        require(msg.sender == minter, "not the minter");
        _mint(to, value);
    }
}

contract Pausable is Erc20, Owned {
    bool public paused;

    constructor() Erc20("Pausable", "PSE") {}

    function pause() external onlyOwner {
        paused = true;
    }

    function unpause() external onlyOwner {
        paused = false;
    }

    function _move(address from, address to, uint256 value) internal override {
        require(!paused, "paused");
        super._move(from, to, value);
    }
}

contract Blocklist is Erc20, Owned {
    mapping(address => bool) public isBlacklisted;

    constructor() Erc20("Blocklist", "BLK") {}

    function blacklist(address account) external onlyOwner {
        isBlacklisted[account] = true;
    }

    function _move(address from, address to, uint256 value) internal override {
        require(!isBlacklisted[from], "blocked");
        super._move(from, to, value);
    }
}

/// The same power under a name that no list knows.
contract RenamedBlocklist is Erc20, Owned {
    mapping(address => bool) private marked;

    constructor() Erc20("Renamed", "RNM") {}

    function tidyUpLedgerEntry(address account) external onlyOwner {
        marked[account] = true;
    }

    function _move(address from, address to, uint256 value) internal override {
        require(!marked[from], "no");
        super._move(from, to, value);
    }
}
