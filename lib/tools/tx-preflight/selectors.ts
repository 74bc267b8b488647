import { type AbiFunction, parseAbi, toFunctionSelector } from "viem";

/** Functions that everybody knows by these names. A selector proves nothing: whoever deploys may call anything so. */
const KNOWN = parseAbi([
  "function transfer(address to, uint256 amount)",
  "function transferFrom(address from, address to, uint256 amount)",
  "function approve(address spender, uint256 amount)",
  "function increaseAllowance(address spender, uint256 added)",
  "function decreaseAllowance(address spender, uint256 taken)",
  "function setApprovalForAll(address operator, bool approved)",
  "function safeTransferFrom(address from, address to, uint256 id)",
  "function safeTransferFrom(address from, address to, uint256 id, bytes data)",
  "function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes data)",
  "function safeBatchTransferFrom(address from, address to, uint256[] ids, uint256[] amounts, bytes data)",
  "function permit(address owner, address spender, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s)",
  "function permit(address holder, address spender, uint256 nonce, uint256 expiry, bool allowed, uint8 v, bytes32 r, bytes32 s)",
  "function transferWithAuthorization(address from, address to, uint256 amount, uint256 validAfter, uint256 validBefore, bytes32 nonce, uint8 v, bytes32 r, bytes32 s)",
  "function receiveWithAuthorization(address from, address to, uint256 amount, uint256 validAfter, uint256 validBefore, bytes32 nonce, uint8 v, bytes32 r, bytes32 s)",
  "function approve(address token, address spender, uint160 amount, uint48 expiration)",
  "function transferFrom(address from, address to, uint160 amount, address token)",
  "function deposit() payable",
  "function withdraw(uint256 amount)",
  "function mint(address to, uint256 amount)",
  "function burn(uint256 amount)",
  "function claim() payable",
  "function transferOwnership(address to)",
  "function renounceOwnership()",
  "function upgradeTo(address code)",
  "function upgradeToAndCall(address code, bytes data) payable",
  "function multicall(bytes[] calls) payable",
  "function multicall(uint256 deadline, bytes[] calls) payable",
  "function aggregate((address target, bytes data)[] calls) payable",
  "function aggregate3((address target, bool allowFailure, bytes data)[] calls) payable",
  "function execute(address to, uint256 value, bytes data) payable",
  "function executeBatch((address to, uint256 value, bytes data)[] calls) payable",
  "function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) payable",
  "function execute(bytes commands, bytes[] inputs, uint256 deadline) payable",
  "function swapExactETHForTokens(uint256 minOut, address[] path, address to, uint256 deadline) payable",
  "function swapExactETHForTokensSupportingFeeOnTransferTokens(uint256 minOut, address[] path, address to, uint256 deadline) payable",
  "function swapExactTokensForETH(uint256 amountIn, uint256 minOut, address[] path, address to, uint256 deadline)",
  "function swapExactTokensForETHSupportingFeeOnTransferTokens(uint256 amountIn, uint256 minOut, address[] path, address to, uint256 deadline)",
  "function swapExactTokensForTokens(uint256 amountIn, uint256 minOut, address[] path, address to, uint256 deadline)",
  "function swapExactTokensForTokensSupportingFeeOnTransferTokens(uint256 amountIn, uint256 minOut, address[] path, address to, uint256 deadline)",
  "function addLiquidity(address a, address b, uint256 amountA, uint256 amountB, uint256 minA, uint256 minB, address to, uint256 deadline)",
  "function addLiquidityETH(address token, uint256 amount, uint256 minToken, uint256 minEth, address to, uint256 deadline) payable",
  "function removeLiquidity(address a, address b, uint256 shares, uint256 minA, uint256 minB, address to, uint256 deadline)",
  "function removeLiquidityETH(address token, uint256 shares, uint256 minToken, uint256 minEth, address to, uint256 deadline)",
  "function exactInputSingle((address tokenIn, address tokenOut, uint24 fee, address to, uint256 amountIn, uint256 minOut, uint160 limit) swap) payable",
  "function exactInput((bytes path, address to, uint256 amountIn, uint256 minOut) swap) payable",
]);

const BY_SELECTOR = new Map<string, AbiFunction>(KNOWN.map((fn) => [toFunctionSelector(fn), fn]));

export function knownFunction(selector: string): AbiFunction | null {
  return BY_SELECTOR.get(selector.toLowerCase()) ?? null;
}
