// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// Several keys that act together only: a call is made once enough of them have agreed to it.
contract Council {
    address[] private _owners;
    uint256 private immutable _threshold;
    mapping(bytes32 => mapping(address => bool)) public agreed;
    mapping(bytes32 => uint256) public agreements;

    event Agreed(bytes32 indexed what, address indexed by);
    event Executed(bytes32 indexed what, address indexed to, bytes data);

    constructor(address[] memory owners, uint256 threshold) {
        require(threshold > 0 && threshold <= owners.length, "threshold");
        _owners = owners;
        _threshold = threshold;
    }

    function getOwners() external view returns (address[] memory) {
        return _owners;
    }

    function getThreshold() external view returns (uint256) {
        return _threshold;
    }

    function isOwner(address account) public view returns (bool) {
        for (uint256 i = 0; i < _owners.length; i++) if (_owners[i] == account) return true;
        return false;
    }

    /// The last agreement that is needed makes the call.
    function agree(address to, bytes calldata data, uint256 salt) external {
        require(isOwner(msg.sender), "not an owner");
        bytes32 what = keccak256(abi.encode(to, data, salt));
        require(!agreed[what][msg.sender] && agreements[what] < _threshold, "agreed");
        agreed[what][msg.sender] = true;
        emit Agreed(what, msg.sender);
        if (++agreements[what] < _threshold) return;
        (bool done, ) = to.call(data);
        require(done, "the call failed");
        emit Executed(what, to, data);
    }
}
