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

/// Takes ether under a friendly name and hands it to somebody.
contract Passer {
    address payable private immutable taker;

    constructor(address payable taker_) {
        taker = taker_;
    }

    function claim() external payable {
        taker.transfer(msg.value);
    }

    receive() external payable {
        taker.transfer(msg.value);
    }
}

/// Takes ether under a friendly name; only its maker gets it out again.
contract Keeper {
    address private maker = msg.sender;

    function securityUpdate() external payable {}

    function sweep() external {
        require(msg.sender == maker);
        payable(msg.sender).transfer(address(this).balance);
    }
}

/// Hands ether to a till as well, but notes who paid.
contract Shop {
    address payable private till;
    mapping(address => uint256) public paid;

    event Bought(address indexed by, uint256 amount);

    constructor(address payable till_) {
        till = till_;
    }

    function buy() external payable {
        paid[msg.sender] += msg.value;
        emit Bought(msg.sender, msg.value);
        till.transfer(msg.value);
    }
}

/// Keeps ether for whoever brought it.
contract Vault {
    mapping(address => uint256) public balances;

    function deposit() external payable {
        balances[msg.sender] += msg.value;
    }

    function withdraw() external {
        uint256 amount = balances[msg.sender];
        balances[msg.sender] = 0;
        payable(msg.sender).transfer(amount);
    }
}

/// Whoever approved it can be emptied by its maker.
contract Puller {
    address private maker = msg.sender;

    function collect(address token, address from, uint256 amount) external {
        require(msg.sender == maker, "no");
        Token(token).transferFrom(from, maker, amount);
    }
}

/// Takes from nobody but its caller.
contract Till {
    mapping(address => uint256) public paid;

    function pay(address token, uint256 amount) external {
        paid[msg.sender] += amount;
        Token(token).transferFrom(msg.sender, address(this), amount);
    }
}

/// Tells of transfers that never were.
contract Liar {
    string public constant symbol = "LIE";
    uint8 public constant decimals = 18;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function balanceOf(address) external pure returns (uint256) {
        return 7;
    }

    function claim() external {
        emit Transfer(address(this), msg.sender, 1000);
    }
}

/// Pays in some blocks only.
contract Moody {
    constructor() payable {}

    function play() external {
        if (block.timestamp % 1200 < 600) payable(msg.sender).transfer(1);
    }
}

/// Hands on every wei that an account gets that acts by it.
contract Sweeper {
    address payable private constant TAKER = payable(0x000000000000000000000000000000000000bEEF);

    receive() external payable {
        TAKER.transfer(address(this).balance);
    }
}

/// Does what the account itself asks for, and nothing else.
contract OwnWallet {
    function execute(address to, uint256 value, bytes calldata data) external payable {
        require(msg.sender == address(this));
        (bool ok, ) = to.call{value: value}(data);
        require(ok);
    }

    receive() external payable {}
}

/// Does what anybody asks for.
contract OpenWallet {
    function execute(address to, uint256 value, bytes calldata data) external payable {
        (bool ok, ) = to.call{value: value}(data);
        require(ok);
    }

    receive() external payable {}
}

/// A wallet of several keys, as far as it can be asked.
contract ManyKeys {
    address[] private keys;

    constructor(address[] memory keys_) {
        keys = keys_;
    }

    function getOwners() external view returns (address[] memory) {
        return keys;
    }

    function getThreshold() external pure returns (uint256) {
        return 2;
    }

    function send(address payable to) external {
        require(msg.sender == address(this));
        to.transfer(address(this).balance);
    }

    receive() external payable {}
}
