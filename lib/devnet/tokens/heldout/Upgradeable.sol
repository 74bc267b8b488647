// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// A token for proxies, its state under a name of its own.
abstract contract ERC20Upgradeable {
    struct State {
        mapping(address => uint256) held;
        mapping(address => mapping(address => uint256)) allowed;
        uint256 total;
    }

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function _s() private pure returns (State storage s) {
        assembly { s.slot := 0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00 }
    }

    function begin(address to) external virtual {
        _begin(to);
    }

    function _begin(address to) internal {
        require(_s().total == 0);
        _s().total = 1e27;
        _s().held[to] = 1e27;
        emit Transfer(address(0), to, 1e27);
    }

    function name() external pure returns (string memory) {
        return "Sheltered Bay";
    }

    function symbol() external pure returns (string memory) {
        return "SBAY";
    }

    function decimals() external pure returns (uint8) {
        return 18;
    }

    function totalSupply() external view returns (uint256) {
        return _s().total;
    }

    function balanceOf(address who) external view returns (uint256) {
        return _s().held[who];
    }

    function allowance(address who, address by) external view returns (uint256) {
        return _s().allowed[who][by];
    }

    function approve(address by, uint256 v) external returns (bool) {
        _s().allowed[msg.sender][by] = v;
        emit Approval(msg.sender, by, v);
        return true;
    }

    function transfer(address to, uint256 v) external returns (bool) {
        _update(msg.sender, to, v);
        return true;
    }

    function transferFrom(address from, address to, uint256 v) external returns (bool) {
        uint256 left = _s().allowed[from][msg.sender];
        if (left != type(uint256).max) _s().allowed[from][msg.sender] = left - v;
        _update(from, to, v);
        return true;
    }

    function _update(address from, address to, uint256 v) internal virtual {
        _s().held[from] -= v;
        _s().held[to] += v;
        emit Transfer(from, to, v);
    }
}
