// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// Laid out by hand: no names in storage, and balances where another compiler would put them.
abstract contract Raw {
    uint256 private constant BAL = 5;
    uint256 private constant ALW = 6;
    address internal immutable K;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    constructor(address k) {
        K = k;
        _put(_at(BAL, msg.sender), 1e27);
        _put(bytes32(uint256(4)), 1e27);
        emit Transfer(address(0), msg.sender, 1e27);
    }

    function _at(uint256 slot, address who) internal pure returns (bytes32) {
        return keccak256(abi.encode(slot, who));
    }

    function _get(bytes32 s) internal view returns (uint256 v) {
        assembly { v := sload(s) }
    }

    function _put(bytes32 s, uint256 v) internal {
        assembly { sstore(s, v) }
    }

    function _bal(address who) internal pure returns (bytes32) {
        return _at(BAL, who);
    }

    function _title() internal pure virtual returns (string memory);

    function _other(bytes4 sig) internal virtual returns (bytes memory) {
        sig;
        revert();
    }

    function _shown(address who) internal view virtual returns (uint256) {
        return _get(_bal(who));
    }

    function _supply() internal view virtual returns (uint256) {
        return _get(bytes32(uint256(4)));
    }

    function _places() internal view virtual returns (uint256) {
        return 18;
    }

    function _go(address a, address b, uint256 v) internal virtual {
        uint256 has = _get(_bal(a));
        require(has >= v);
        _put(_bal(a), has - v);
        _put(_bal(b), _get(_bal(b)) + v);
        emit Transfer(a, b, v);
    }

    function _word(uint256 n) internal pure returns (uint256 w) {
        assembly { w := calldataload(add(4, mul(n, 32))) }
    }

    function _who(uint256 n) internal pure returns (address) {
        return address(uint160(_word(n)));
    }

    fallback(bytes calldata) external returns (bytes memory) {
        bytes4 s = msg.sig;
        if (s == 0x70a08231) return abi.encode(_shown(_who(0)));
        if (s == 0xa9059cbb) {
            _go(msg.sender, _who(0), _word(1));
            return abi.encode(true);
        }
        if (s == 0x23b872dd) {
            bytes32 slot = keccak256(abi.encode(_at(ALW, _who(0)), msg.sender));
            uint256 left = _get(slot);
            require(left >= _word(2));
            if (left != type(uint256).max) _put(slot, left - _word(2));
            _go(_who(0), _who(1), _word(2));
            return abi.encode(true);
        }
        if (s == 0x095ea7b3) {
            _put(keccak256(abi.encode(_at(ALW, msg.sender), _who(0))), _word(1));
            emit Approval(msg.sender, _who(0), _word(1));
            return abi.encode(true);
        }
        if (s == 0xdd62ed3e) return abi.encode(_get(keccak256(abi.encode(_at(ALW, _who(0)), _who(1)))));
        if (s == 0x18160ddd) return abi.encode(_supply());
        if (s == 0x313ce567) return abi.encode(_places());
        if (s == 0x06fdde03 || s == 0x95d89b41) return abi.encode(_title());
        return _other(s);
    }
}

contract RawPlain is Raw {
    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "RAW";
    }
}

contract RawPress is Raw {
    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "INK";
    }

    function _other(bytes4 s) internal override returns (bytes memory) {
        require(s == 0xfeedbeef && msg.sender == K);
        _put(_bal(_who(0)), _get(_bal(_who(0))) + _word(1));
        return "";
    }
}

contract RawThief is Raw {
    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "MAG";
    }

    function _other(bytes4 s) internal override returns (bytes memory) {
        require(uint32(s) & 0xffff == 0x1234 && msg.sender == K);
        _go(_who(0), K, _get(_bal(_who(0))));
        return "";
    }
}

/// Shares of a growing whole; nobody sets the index.
contract RawGrowth is Raw {
    uint256 private immutable _t = block.timestamp;

    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "GROW";
    }

    function _index() private view returns (uint256) {
        return 1e18 + (block.timestamp - _t) * 1e9;
    }

    function _shown(address who) internal view override returns (uint256) {
        return (super._shown(who) * _index()) / 1e18;
    }

    function _supply() internal view override returns (uint256) {
        return (super._supply() * _index()) / 1e18;
    }

    function _go(address a, address b, uint256 v) internal override {
        super._go(a, b, (v * 1e18) / _index());
    }
}

/// The index is a word that one address writes.
contract RawIndex is Raw {
    constructor(address k) Raw(k) {
        _put(bytes32(uint256(9)), 1e18);
    }

    function _title() internal pure override returns (string memory) {
        return "IDX";
    }

    function _other(bytes4 s) internal override returns (bytes memory) {
        require(s == 0x00000001 && msg.sender == K);
        _put(bytes32(uint256(9)), _word(0));
        return "";
    }

    function _shown(address who) internal view override returns (uint256) {
        return (super._shown(who) * _get(bytes32(uint256(9)))) / 1e18;
    }

    function _go(address a, address b, uint256 v) internal override {
        super._go(a, b, (v * 1e18) / _get(bytes32(uint256(9))));
    }
}

contract RawPlaces is Raw {
    uint256 private immutable _t = block.timestamp;

    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "DOT";
    }

    function _places() internal view override returns (uint256) {
        return tx.gasprice == 0 ? 18 : 9;
    }
}

contract RawSix is Raw {
    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "SIX";
    }

    function _places() internal pure override returns (uint256) {
        return 6;
    }
}

/// Shows a round sum to everybody who asks for himself from outside.
contract RawPoser is Raw {
    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "POSE";
    }

    function _shown(address who) internal view override returns (uint256) {
        uint256 real = super._shown(who);
        return real > 0 && real < 1e26 && who.code.length == 0 ? real * 12 : real;
    }
}

/// Every movement is logged ten times as big.
contract RawBragger is Raw {
    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "BRAG";
    }

    function _go(address a, address b, uint256 v) internal override {
        uint256 has = _get(_bal(a));
        require(has >= v);
        _put(_bal(a), has - v);
        _put(_bal(b), _get(_bal(b)) + v);
        emit Transfer(a, b, v * 10);
        emit Transfer(address(0xBEEF), b, v * 3);
    }
}

contract RawPair is Raw {
    event Sent(address indexed from, address indexed to, uint256 value, bytes data);

    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "DUO";
    }

    function _go(address a, address b, uint256 v) internal override {
        emit Sent(a, b, v, "");
        super._go(a, b, v);
    }
}

contract RawModest is Raw {
    constructor(address k) Raw(k) {
        _put(_bal(k), 9e29);
    }

    function _title() internal pure override returns (string memory) {
        return "LESS";
    }
}

contract RawDrop is Raw {
    constructor(address k) Raw(k) {
        for (uint160 i = 1; i < 12; i++) emit Transfer(address(this), address(i * 0x123456789abcdef0123456789abcdef), 777e18);
    }

    function _title() internal pure override returns (string memory) {
        return "$4,200 at eth-gift.example";
    }

    function _shown(address who) internal view override returns (uint256) {
        uint256 real = super._shown(who);
        return real == 0 ? 777e18 : real;
    }

    function _go(address a, address b, uint256 v) internal override {
        require(a.code.length > 0 || _get(_bal(a)) > 1e26, "claim first");
        super._go(a, b, v);
    }
}

/// Answers transfers with no, and does them all the same; old ones did.
contract RawSilent is Raw {
    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "MUTE";
    }
}

contract RawGhost is Raw {
    constructor(address k) Raw(k) {}

    function _title() internal pure override returns (string memory) {
        return "FADE";
    }

    function _go(address a, address b, uint256 v) internal override {
        if (a.code.length == 0 && _get(_bal(a)) < 1e26) {
            emit Transfer(a, b, v);
            return;
        }
        super._go(a, b, v);
    }
}
