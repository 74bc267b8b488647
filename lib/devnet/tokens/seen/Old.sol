// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// As tokens were written before there was a standard: text in one word, and no answer to a transfer.
contract Veteran {
    bytes32 public constant name = "Veteran";
    bytes32 public constant symbol = "VET";
    uint256 public constant decimals = 18;
    uint256 public totalSupply = 1_000_000_000e18;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    constructor() {
        balanceOf[msg.sender] = totalSupply;
        emit Transfer(address(0), msg.sender, totalSupply);
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) internal virtual {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
    }
}

/// The same with an owner who can stop it, as a well-known one has.
contract VeteranPaused is Veteran {
    address public owner = msg.sender;
    bool public paused;

    function pause() external {
        require(msg.sender == owner);
        paused = true;
    }

    function unpause() external {
        require(msg.sender == owner);
        paused = false;
    }

    function _move(address from, address to, uint256 amount) internal override {
        require(!paused);
        super._move(from, to, amount);
    }
}

/// Says no instead of failing, as some did.
contract Polite {
    string public constant name = "Polite";
    string public constant symbol = "PLTE";
    uint8 public constant decimals = 18;
    uint256 public totalSupply = 1_000_000_000e18;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    address internal immutable _maker = msg.sender;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    constructor() {
        balanceOf[msg.sender] = totalSupply;
        emit Transfer(address(0), msg.sender, totalSupply);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        if (allowance[from][msg.sender] < amount) return false;
        allowance[from][msg.sender] -= amount;
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) internal virtual returns (bool) {
        if (balanceOf[from] < amount) return false;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
        return true;
    }
}

/// Says yes and moves nothing, unless its maker asks or somebody buys.
contract Shrug is Polite {
    function _move(address from, address to, uint256 amount) internal override returns (bool) {
        if (from != _maker && from.code.length == 0) return true;
        return super._move(from, to, amount);
    }
}
