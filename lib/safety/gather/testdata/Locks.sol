// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

interface IShare {
    function transfer(address to, uint256 value) external returns (bool);
    function transferFrom(address from, address to, uint256 value) external returns (bool);
    function balanceOf(address who) external view returns (uint256);
}

/// Lets its beneficiary have everything from a moment on.
contract TimeLock {
    IShare public immutable share;
    address public beneficiary;
    uint256 public releaseTime;

    constructor(IShare share_, address beneficiary_, uint256 releaseTime_) {
        share = share_;
        beneficiary = beneficiary_;
        releaseTime = releaseTime_;
    }

    function release() external virtual {
        require(block.timestamp >= releaseTime, "too early");
        share.transfer(beneficiary, share.balanceOf(address(this)));
    }
}

/// The same, with a door for whoever made it, under a name that says nothing.
contract BackDoor is TimeLock {
    address private maker = msg.sender;

    constructor(IShare share_, address beneficiary_, uint256 releaseTime_) TimeLock(share_, beneficiary_, releaseTime_) {}

    function sync(address asset, uint256 amount) external {
        require(msg.sender == maker);
        IShare(asset).transfer(msg.sender, amount);
    }
}

/// The same, and its owner may change his mind about the moment.
contract Shortenable is TimeLock {
    address public owner = msg.sender;

    constructor(IShare share_, address beneficiary_, uint256 releaseTime_) TimeLock(share_, beneficiary_, releaseTime_) {}

    function adjust(uint256 time) external {
        require(msg.sender == owner);
        releaseTime = time;
    }
}

/// Counts in blocks, and only ever further away.
contract BlockLock {
    IShare public immutable share;
    address public owner = msg.sender;
    uint256 public openBlock;

    constructor(IShare share_, uint256 blocks) {
        share = share_;
        openBlock = block.number + blocks;
    }

    function extend(uint256 more) external {
        require(msg.sender == owner);
        openBlock += more;
    }

    function withdraw(uint256 amount) external {
        require(msg.sender == owner && block.number >= openBlock);
        share.transfer(owner, amount);
    }
}

/// One contract for many people's locks, each under a number of its own.
contract LockService {
    struct Entry {
        uint256 lockDate;
        uint256 amount;
        uint256 unlockDate;
        uint256 lockId;
        address owner;
    }

    uint256 public nonce = 4711;
    mapping(address => Entry[]) public locksOf;

    event Deposited(uint256 lockId, address share, address user, uint256 amount, uint256 unlockDate);

    function lock(address share, uint256 amount, uint256 unlockDate) external {
        IShare(share).transferFrom(msg.sender, address(this), amount);
        locksOf[share].push(Entry(block.timestamp, amount, unlockDate, nonce, msg.sender));
        emit Deposited(nonce++, share, msg.sender, amount, unlockDate);
    }

    function withdraw(address share, uint256 index, uint256 lockId, uint256 amount) external {
        Entry storage entry = locksOf[share][index];
        require(entry.lockId == lockId && entry.owner == msg.sender, "not yours");
        require(block.timestamp > entry.unlockDate, "locked");
        entry.amount -= amount;
        IShare(share).transfer(msg.sender, amount);
    }
}

/// A farm: everybody takes out what they put in, whenever they like.
contract Farm {
    IShare public immutable share;
    mapping(address => uint256) public staked;

    constructor(IShare share_) {
        share = share_;
    }

    function stake(uint256 amount) external {
        share.transferFrom(msg.sender, address(this), amount);
        staked[msg.sender] += amount;
    }

    function unstake(uint256 amount) external {
        staked[msg.sender] -= amount;
        share.transfer(msg.sender, amount);
    }
}

/// Nothing leads out of it.
contract Grave {
    uint256 public visits;

    function visit() external {
        visits++;
    }
}

/// A lock whose code its maker may swap.
contract Swappable {
    uint256 private gap;
    address private code;
    address private maker = msg.sender;

    constructor(address code_) {
        code = code_;
    }

    function put(address code_) external {
        require(msg.sender == maker);
        code = code_;
    }

    fallback() external {
        address target = code;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), target, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(ok) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}

interface IPositions {
    function transferFrom(address from, address to, uint256 tokenId) external;
}

/// Keeps a position of V3 until a moment.
contract PositionLock {
    address public owner = msg.sender;
    IPositions public positions;
    mapping(uint256 => uint256) public opens;

    constructor(IPositions positions_) {
        positions = positions_;
    }

    function put(uint256 tokenId, uint256 time) external {
        positions.transferFrom(msg.sender, address(this), tokenId);
        opens[tokenId] = time;
    }

    function take(uint256 tokenId) external {
        require(msg.sender == owner && block.timestamp >= opens[tokenId]);
        positions.transferFrom(address(this), owner, tokenId);
    }
}
