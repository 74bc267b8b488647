import { type Hex, keccak256, toHex } from "viem";

const topic = (event: string): Hex => keccak256(toHex(event));

/** First topics of events, by their usual declarations. */
export const TOPICS = {
  transfer: topic("Transfer(address,address,uint256)"),
  approval: topic("Approval(address,address,uint256)"),
  upgraded: topic("Upgraded(address)"),
  adminChanged: topic("AdminChanged(address,address)"),
  beaconUpgraded: topic("BeaconUpgraded(address)"),
  ownershipTransferred: topic("OwnershipTransferred(address,address)"),
  roleGranted: topic("RoleGranted(bytes32,address,address)"),
  roleRevoked: topic("RoleRevoked(bytes32,address,address)"),
  paused: topic("Paused(address)"),
  unpaused: topic("Unpaused(address)"),
  pause: topic("Pause()"),
  unpause: topic("Unpause()"),
} as const;
