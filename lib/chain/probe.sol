// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Put in the place of a trader's account by a state override, it makes the trader's calls one after
/// another and says what came of each. It never exists on a chain.
contract Probe {
    struct Step {
        address to;
        uint256 value;
        bytes data;
    }

    struct Result {
        bool ok;
        uint256 gasUsed;
        bytes data;
    }

    receive() external payable {}

    function run(Step[] calldata steps, uint256 gasEach) external returns (Result[] memory results) {
        results = new Result[](steps.length);
        for (uint256 i = 0; i < steps.length; i++) {
            bytes memory input = steps[i].data;
            address to = steps[i].to;
            uint256 value = steps[i].value;
            // Bounded, or a hostile answer could eat the gas that the next step needs.
            bytes memory output = new bytes(512);
            bool ok;
            uint256 before = gasleft();
            assembly {
                ok := call(gasEach, to, value, add(input, 32), mload(input), 0, 0)
                let size := returndatasize()
                if gt(size, 512) { size := 512 }
                mstore(output, size)
                returndatacopy(add(output, 32), 0, size)
            }
            results[i] = Result(ok, before - gasleft(), output);
        }
    }
}
