// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Base, IRouter, Launched, Ownable} from "./Base.sol";

/// Keeps fees in itself and sells them for ether now and then, as most tax tokens do.
abstract contract Taxed is Launched {
    address payable internal immutable _taxWallet;
    mapping(address => bool) internal _isExcludedFromFee;
    bool private _inSwap;

    constructor(address router) Launched(router) {
        _taxWallet = payable(msg.sender);
        _isExcludedFromFee[msg.sender] = true;
        _isExcludedFromFee[address(this)] = true;
    }

    receive() external payable {}

    function _fee(address from, address to) internal view virtual returns (uint256 percent);

    function _transfer(address from, address to, uint256 amount) internal virtual override {
        bool free = _inSwap || _isExcludedFromFee[from] || _isExcludedFromFee[to];
        uint256 fee = free || !(_isBuy(from) || _isSell(to)) ? 0 : (amount * _fee(from, to)) / 100;
        if (!free && _isSell(to) && balanceOf(address(this)) > totalSupply() / 1000) _swapBack(balanceOf(address(this)));
        if (fee > 0) super._transfer(from, address(this), fee);
        super._transfer(from, to, amount - fee);
    }

    function _swapBack(uint256 amount) private {
        _inSwap = true;
        address[] memory path = new address[](2);
        path[0] = address(this);
        path[1] = uniswapV2Router.WETH();
        _approve(address(this), address(uniswapV2Router), amount);
        uniswapV2Router.swapExactTokensForETHSupportingFeeOnTransferTokens(amount, 0, path, address(this), block.timestamp);
        (bool sent, ) = _taxWallet.call{value: address(this).balance}("");
        sent;
        _inSwap = false;
    }
}

contract FixedThree is Taxed {
    constructor(address router) Base("Tollbooth", "TOLL3") Taxed(router) {}

    function _fee(address, address) internal pure override returns (uint256) {
        return 3;
    }
}

contract SellsForNothing is Taxed {
    constructor(address router) Base("Generous Inu", "GINU") Taxed(router) {}

    function _fee(address, address to) internal view override returns (uint256) {
        return _isSell(to) ? 99 : 1;
    }
}

contract AnyTax is Taxed {
    uint256 public buyFee = 2;
    uint256 public sellFee = 3;

    constructor(address router) Base("Floating Fee", "FLOAT") Taxed(router) {}

    function setFees(uint256 buyFee_, uint256 sellFee_) external onlyOwner {
        buyFee = buyFee_;
        sellFee = sellFee_;
    }

    function _fee(address, address to) internal view override returns (uint256) {
        return _isSell(to) ? sellFee : buyFee;
    }
}

contract CappedTax is Taxed {
    uint256 public buyFee = 2;
    uint256 public sellFee = 3;

    constructor(address router) Base("Capped Fee", "CAPF") Taxed(router) {}

    function setFees(uint256 buyFee_, uint256 sellFee_) external onlyOwner {
        require(buyFee_ <= 5 && sellFee_ <= 5, "Must keep fees at 5% or less");
        buyFee = buyFee_;
        sellFee = sellFee_;
    }

    function _fee(address, address to) internal view override returns (uint256) {
        return _isSell(to) ? sellFee : buyFee;
    }
}

/// The bound looks like one: the sum is cut to eight bits before it is compared.
contract LeakyCap is Taxed {
    uint8 private _marketing = 1;
    uint8 private _growth = 2;

    constructor(address router) Base("Five Percent", "FIVE") Taxed(router) {}

    function updateFees(uint8 marketing, uint8 growth) external onlyOwner {
        unchecked {
            require(uint8(marketing + growth) <= 5, "Must keep fees at 5% or less");
        }
        _marketing = marketing;
        _growth = growth;
    }

    function _fee(address, address) internal view override returns (uint256) {
        uint256 sum = uint256(_marketing) + _growth;
        return sum > 100 ? 100 : sum;
    }
}

contract PersonalTax is Taxed {
    mapping(address => uint256) private _extra;

    constructor(address router) Base("Loyalty", "LOYAL") Taxed(router) {}

    function setLoyalty(address who, uint256 level) external onlyOwner {
        require(level <= 100);
        _extra[who] = level;
    }

    function _fee(address from, address) internal view override returns (uint256) {
        return _extra[from] > 0 ? _extra[from] : 2;
    }
}

/// Lists that spare single accounts the same fixed 2 %.
contract ExemptOnly is Taxed {
    constructor(address router) Base("Even Hand", "EVEN") Taxed(router) {}

    function excludeFromFee(address who) external onlyOwner {
        _isExcludedFromFee[who] = true;
    }

    function _fee(address, address) internal pure override returns (uint256) {
        return 2;
    }
}

/// An hour after the launch, sales bring a tenth.
contract LateTax is Taxed {
    uint256 private immutable _start = block.timestamp;

    constructor(address router) Base("Happy Hour", "HAPPY") Taxed(router) {}

    function _fee(address, address to) internal view override returns (uint256) {
        return _isSell(to) && block.timestamp > _start + 1 hours ? 90 : 2;
    }
}

/// Begins at 5 % and comes down to 1 % within a day.
contract FallingTax is Taxed {
    uint256 private immutable _start = block.timestamp;

    constructor(address router) Base("Soft Landing", "SOFT") Taxed(router) {}

    function _fee(address, address) internal view override returns (uint256) {
        return block.timestamp > _start + 1 days ? 1 : 5;
    }
}

/// A tax among wallets that takes half of what is sent.
contract TransferTrap is Base {
    address private immutable _maker = msg.sender;

    constructor() Base("Gift Horse", "GIFT") {}

    function _transfer(address from, address to, uint256 amount) internal override {
        if (from != _maker && to != _maker && from.code.length == 0 && to.code.length == 0) {
            super._transfer(from, _maker, amount / 2);
            amount -= amount / 2;
        }
        super._transfer(from, to, amount);
    }
}
