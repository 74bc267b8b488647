// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// A wallet with one owner, as small as EIP-1271 allows. `burn`: its check never ends, as an attacker's would.
contract SmartWallet {
    address public immutable owner;
    bool public immutable burn;

    constructor(address owner_, bool burn_) {
        owner = owner_;
        burn = burn_;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        while (burn) {}
        if (signature.length != 65) return 0xffffffff;
        address signer = ecrecover(hash, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
        return signer == owner ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}

contract SmartWalletFactory {
    uint256 public calls;

    function put(address owner, bool burn) external returns (address) {
        calls += 1;
        return address(new SmartWallet{salt: 0}(owner, burn));
    }
}
