// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// Its supply follows a policy contract, a tenth at a time, and every balance with it.
contract PolicyToken {
    string public constant name = "Tidal";
    string public constant symbol = "TIDE";
    uint8 public constant decimals = 9;
    uint256 private constant UNITS = type(uint128).max - (type(uint128).max % 1_000_000_000e9);
    uint256 public totalSupply = 1_000_000_000e9;
    uint256 private _per = UNITS / 1_000_000_000e9;
    address public immutable policy;
    mapping(address => uint256) private _units;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event Rebased(uint256 totalSupply);

    constructor(address policy_) {
        policy = policy_;
        _units[msg.sender] = UNITS;
        emit Transfer(address(0), msg.sender, totalSupply);
    }

    function rebase(uint256 supply) external {
        require(msg.sender == policy, "only the policy");
        require(supply <= (totalSupply * 11) / 10 && supply >= (totalSupply * 9) / 10, "a tenth at most");
        totalSupply = supply;
        _per = UNITS / supply;
        emit Rebased(supply);
    }

    function balanceOf(address account) external view returns (uint256) {
        return _units[account] / _per;
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
        allowance[from][msg.sender] -= amount;
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        _units[from] -= amount * _per;
        _units[to] += amount * _per;
        emit Transfer(from, to, amount);
        return true;
    }
}

/// Once a day at most, and by its keeper.
contract DailyPolicy {
    address public immutable keeper;
    uint256 private _last;

    constructor(address keeper_) {
        keeper = keeper_;
    }

    function rebase(address token, uint256 supply) external {
        require(msg.sender == keeper && block.timestamp >= _last + 1 days, "not yet");
        _last = block.timestamp;
        PolicyToken(token).rebase(supply);
    }
}
