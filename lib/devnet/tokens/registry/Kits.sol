// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {ERC20Pausable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Pausable.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20FlashMint} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20FlashMint.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

uint256 constant SUPPLY = 1_000_000_000e18;

/// A fixed supply that votes.
contract VotingToken is ERC20, ERC20Permit, ERC20Votes {
    constructor() ERC20("Assembly", "ASMB") ERC20Permit("Assembly") {
        _mint(msg.sender, SUPPLY);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }
}

/// Roles instead of an owner: who mints and who pauses.
contract RolesToken is ERC20, ERC20Pausable, AccessControl {
    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    constructor(address admin) ERC20("Guild", "GILD") {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(MINTER_ROLE, admin);
        _grantRole(PAUSER_ROLE, admin);
        _mint(msg.sender, SUPPLY);
    }

    function mint(address to, uint256 amount) external onlyRole(MINTER_ROLE) {
        _mint(to, amount);
    }

    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(PAUSER_ROLE) {
        _unpause();
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Pausable) {
        super._update(from, to, value);
    }
}

/// May be burnt by whoever holds it, and lent for the length of a transaction.
contract FlashToken is ERC20, ERC20Burnable, ERC20FlashMint {
    constructor() ERC20("Flash Point", "FLSH") {
        _mint(msg.sender, SUPPLY);
    }
}

/// Minted up to a bound that is reached already.
contract CappedFull is ERC20Capped, Ownable {
    constructor() ERC20("Brim", "BRIM") ERC20Capped(SUPPLY) Ownable(msg.sender) {
        _mint(msg.sender, SUPPLY);
    }

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}

/// Whoever owns it mints; the owner is meant to be a timelock.
contract GovernedToken is ERC20, ERC20Permit, Ownable2Step {
    constructor(address governor) ERC20("Commonwealth", "CWLT") ERC20Permit("Commonwealth") Ownable(governor) {
        _mint(msg.sender, SUPPLY);
    }

    function mint(address to, uint256 amount) external onlyOwner {
        require(amount <= totalSupply() / 50, "at most 2 %");
        _mint(to, amount);
    }
}

/// Ends a bridge here: it burns for whoever asks for himself, and mints what its messenger reports.
contract Bridge {
    address public constant messenger = 0x4200000000000000000000000000000000000007;

    function withdraw(address token, uint256 amount) external {
        BridgedToken(token).burn(msg.sender, amount);
    }

    function finalizeDeposit(address token, address to, uint256 amount) external {
        require(msg.sender == messenger, "only the messenger");
        BridgedToken(token).mint(to, amount);
    }
}

/// The other end of a bridge: what leaves here is burnt, what arrives is minted, by the bridge alone.
contract BridgedToken is ERC20 {
    address public immutable bridge;
    address public immutable remoteToken;

    constructor(address bridge_, address remote) ERC20("Bridged Penny", "PENNYe") {
        bridge = bridge_;
        remoteToken = remote;
        _mint(msg.sender, SUPPLY);
    }

    function mint(address to, uint256 amount) external {
        require(msg.sender == bridge, "only the bridge");
        _mint(to, amount);
    }

    function burn(address from, uint256 amount) external {
        require(msg.sender == bridge, "only the bridge");
        _burn(from, amount);
    }
}
