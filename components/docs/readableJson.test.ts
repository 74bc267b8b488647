import { expect, it } from "vitest";
import { readableJson } from "./readableJson";

const value = {
  domain: { name: "USDC", version: "2", chainId: 84532, verifyingContract: "0x036CbD53842c5426634e7929541eC2318f3dCF7e" },
  types: {
    Transfer: [
      { name: "from", type: "address" },
      { name: "to", type: "address" },
      { name: "validBefore", type: "uint256" },
    ],
  },
  message: { value: 5000n, nothing: null, none: {}, empty: [] },
};

it("keeps on a line what fits on it", () => {
  expect(readableJson(value)).toMatchInlineSnapshot(`
    "{
      "domain": {
        "name": "USDC",
        "version": "2",
        "chainId": 84532,
        "verifyingContract": "0x036CbD53842c5426634e7929541eC2318f3dCF7e"
      },
      "types": {
        "Transfer": [
          { "name": "from", "type": "address" },
          { "name": "to", "type": "address" },
          { "name": "validBefore", "type": "uint256" }
        ]
      },
      "message": { "value": "5000", "nothing": null, "none": {}, "empty": [] }
    }"
  `);
});

it("is JSON still", () => {
  expect(JSON.parse(readableJson(value))).toEqual({ ...value, message: { ...value.message, value: "5000" } });
});
