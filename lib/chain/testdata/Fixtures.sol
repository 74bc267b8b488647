// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

interface Token {
    function transferFrom(address from, address to, uint256 value) external returns (bool);
}

/// A collection of single items, as small as one can be.
contract Items {
    string public name = "Items";
    string public symbol = "ITEM";
    mapping(uint256 => address) public ownerOf;
    mapping(uint256 => address) public getApproved;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => bool)) public isApprovedForAll;

    event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);
    event Approval(address indexed owner, address indexed spender, uint256 indexed tokenId);
    event ApprovalForAll(address indexed owner, address indexed operator, bool approved);

    constructor() {
        for (uint256 id = 1; id <= 3; id++) {
            ownerOf[id] = msg.sender;
            balanceOf[msg.sender]++;
            emit Transfer(address(0), msg.sender, id);
        }
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x80ac58cd || id == 0x01ffc9a7;
    }

    function approve(address spender, uint256 tokenId) external {
        require(ownerOf[tokenId] == msg.sender);
        getApproved[tokenId] = spender;
        emit Approval(msg.sender, spender, tokenId);
    }

    function setApprovalForAll(address operator, bool approved) external {
        isApprovedForAll[msg.sender][operator] = approved;
        emit ApprovalForAll(msg.sender, operator, approved);
    }

    function transferFrom(address from, address to, uint256 tokenId) external {
        require(ownerOf[tokenId] == from);
        require(msg.sender == from || getApproved[tokenId] == msg.sender || isApprovedForAll[from][msg.sender]);
        delete getApproved[tokenId];
        ownerOf[tokenId] = to;
        balanceOf[from]--;
        balanceOf[to]++;
        emit Transfer(from, to, tokenId);
    }
}

/// The part of Permit2 that keeps allowances, with its events.
contract Allowances {
    struct Kept {
        uint160 amount;
        uint48 expiration;
        uint48 nonce;
    }

    struct Pair {
        address token;
        address spender;
    }

    mapping(address => mapping(address => mapping(address => Kept))) public allowance;

    event Approval(address indexed owner, address indexed token, address indexed spender, uint160 amount, uint48 expiration);

    function approve(address token, address spender, uint160 amount, uint48 expiration) external {
        allowance[msg.sender][token][spender] = Kept(amount, expiration, 0);
        emit Approval(msg.sender, token, spender, amount, expiration);
    }

    function lockdown(Pair[] calldata pairs) external {
        for (uint256 i = 0; i < pairs.length; i++) allowance[msg.sender][pairs[i].token][pairs[i].spender].amount = 0;
    }
}

/// Neither takes nor keeps anything.
contract Idle {
    function ping() external pure returns (uint256) {
        return 1;
    }

    function leave() external {
        selfdestruct(payable(msg.sender));
    }
}
