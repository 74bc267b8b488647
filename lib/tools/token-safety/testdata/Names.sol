// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

abstract contract Nameless {
    uint8 public constant decimals = 18;
    uint256 public totalSupply = 1_000_000e18;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    constructor() {
        balanceOf[msg.sender] = totalSupply;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        return true;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        allowance[from][msg.sender] -= value;
        balanceOf[from] -= value;
        balanceOf[to] += value;
        return true;
    }
}

contract HugeName is Nameless {
    function name() external pure returns (string memory text) {
        bytes memory raw = new bytes(60_000);
        for (uint256 i = 0; i < 60_000; i += 1000) raw[i] = "A";
        raw[0] = "H";
        return string(raw);
    }

    function symbol() external pure returns (string memory) {
        return "HUGE";
    }
}

contract Bytes32Name is Nameless {
    bytes32 public constant name = "Old Style";
    bytes32 public constant symbol = "OLD";
}

contract RevertingName is Nameless {
    function name() external pure returns (string memory) {
        revert("no name for you");
    }

    function symbol() external pure returns (string memory) {
        assembly { invalid() }
    }
}

contract ControlName is Nameless {
    function name() external pure returns (string memory) {
        return unicode"USD\u202E Coin\u0000\u0007\u200B https://claim.example";
    }

    function symbol() external pure returns (string memory) {
        bytes memory raw = hex"555344430affff";
        return string(raw);
    }
}

/// Lies about where its own text lies and how long it is.
contract BrokenName is Nameless {
    function name() external pure {
        assembly {
            mstore(0, 0x20)
            mstore(0x20, not(0))
            return(0, 0x40)
        }
    }

    function symbol() external pure {
        assembly {
            mstore(0, not(0))
            return(0, 0x21)
        }
    }
}

/// Code, but no token.
contract NotAToken {
    uint256 public answer = 42;
}
