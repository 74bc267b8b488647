import { bn254 } from "@noble/curves/bn254";
import { concatBytes, hexToBytes, keccak256, toBytes } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { wordToBytes } from "../words";

const { G1, G2, fields } = bn254;
const CURVE = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001n;
const ORDER_K1 = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
/** EIP-152's own example, "abc" in 12 rounds. */
const ABC =
  "0000000c48c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5d182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b61626300000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000300000000000000000000000000000001";

type Input = { address: bigint; data: Uint8Array };

const words = (...list: bigint[]) => concatBytes(list.map(wordToBytes));
const bytesOf = (length: number, seed = 7) => Uint8Array.from({ length }, (_, n) => (n * 31 + seed) & 0xff);

/** What the chain computes by itself, with sense and without. */
export async function precompileInputs(): Promise<Input[]> {
  return [...(await signatures()), ...hashes(), ...powers(), ...curves(), ...rounds()];
}

async function signatures(): Promise<Input[]> {
  const signer = privateKeyToAccount(keccak256(toBytes("somebody")));
  const hash = keccak256(toBytes("something"));
  const signature = await signer.sign({ hash });
  const [r, s, v] = [BigInt(signature.slice(0, 66)), BigInt(`0x${signature.slice(66, 130)}`), BigInt(`0x${signature.slice(130)}`)];
  const input = (...list: bigint[]) => ({ address: 1n, data: words(...list) });
  const h = BigInt(hash);
  return [
    input(h, v, r, s),
    input(h, 55n - v, r, s),
    input(h, 55n - v, r, ORDER_K1 - s),
    input(h, v, r),
    input(h, v, r, s, 9n),
    input(h, 29n, r, s),
    input(h, v + (1n << 200n), r, s),
    input(h, v, 0n, s),
    input(h, v, r, 0n),
    input(h, v, ORDER_K1, s),
    input(h, v, r, ORDER_K1),
    input(h, v, 5n, s),
    input(h, v, 1n, 1n),
    input(0n, v, r, s),
    input(),
  ];
}

function hashes(): Input[] {
  return [2n, 3n, 4n].flatMap((address) => [0, 1, 31, 32, 33, 64, 500].map((length) => ({ address, data: bytesOf(length) })));
}

function powers(): Input[] {
  const power = (base: Uint8Array, exponent: Uint8Array, modulus: Uint8Array) => ({
    address: 5n,
    data: concatBytes([words(BigInt(base.length), BigInt(exponent.length), BigInt(modulus.length)), base, exponent, modulus]),
  });
  const none = new Uint8Array();
  return [
    power(bytesOf(32), bytesOf(32), bytesOf(32)),
    power(bytesOf(1), bytesOf(1), bytesOf(1)),
    power(bytesOf(100), bytesOf(3), bytesOf(64)),
    power(bytesOf(64), Uint8Array.of(1, 0, 1), bytesOf(256)),
    power(bytesOf(7), bytesOf(40), bytesOf(33)),
    power(bytesOf(7), concatBytes([new Uint8Array(33), bytesOf(4)]), bytesOf(20)),
    power(bytesOf(5), none, bytesOf(9)),
    power(none, none, bytesOf(9)),
    power(bytesOf(5), bytesOf(5), none),
    power(none, none, none),
    power(bytesOf(5), bytesOf(2), new Uint8Array(8)),
    power(bytesOf(5), bytesOf(2), Uint8Array.of(1)),
    power(bytesOf(1_024), Uint8Array.of(1), bytesOf(1_024)),
    power(bytesOf(1_025), Uint8Array.of(1), bytesOf(4)),
    { address: 5n, data: none },
    { address: 5n, data: words(1n, 1n, 1n) },
    { address: 5n, data: words(32n, 1n << 128n, 1n) },
    { address: 5n, data: concatBytes([words(32n, 32n, 32n), bytesOf(40)]) },
  ];
}

function curves(): Input[] {
  const one = point1(1n);
  const six = point1(6n);
  const minus = point1(CURVE - 6n);
  const input = (address: bigint, ...parts: Uint8Array[]) => ({ address, data: concatBytes(parts) });
  return [
    input(6n, one, six),
    input(6n, six, six),
    input(6n, six, minus),
    input(6n, six),
    input(6n),
    input(6n, words(1n, 3n), six),
    input(6n, words(fields.Fp.ORDER + 1n, 2n), six),
    input(7n, six, words(5n)),
    input(7n, six, words(0n)),
    input(7n, six, words(CURVE)),
    input(7n, six, words((1n << 256n) - 1n)),
    input(7n, words(0n, 0n, 5n)),
    input(7n, words(1n, 1n, 5n)),
    input(8n),
    input(8n, six, point2(5n), minus, point2(5n)),
    input(8n, six, point2(5n), point1(CURVE - 30n), point2(1n)),
    input(8n, six, point2(5n)),
    input(8n, words(0n, 0n), point2(5n)),
    input(8n, six, words(0n, 0n, 0n, 0n)),
    input(8n, six, words(1n, 2n, 3n, 4n)),
    input(8n, six, offSubgroup()),
    input(8n, six),
  ];
}

function rounds(): Input[] {
  const abc = hexToBytes(`0x${ABC}`);
  const changed = (at: number, value: number) => {
    const data = abc.slice();
    data[at] = value;
    return data;
  };
  const random = concatBytes([Uint8Array.of(0, 0, 0, 25), bytesOf(208), Uint8Array.of(0)]);
  return [abc, changed(3, 0), changed(212, 0), changed(212, 2), changed(0, 1), abc.slice(1), random].map((data) => ({ address: 9n, data }));
}

function point1(times: bigint): Uint8Array {
  const { x, y } = G1.ProjectivePoint.BASE.multiply(times).toAffine();
  return words(x, y);
}

function point2(times: bigint): Uint8Array {
  const { x, y } = G2.ProjectivePoint.BASE.multiply(times).toAffine();
  return words(x.c1, x.c0, y.c1, y.c0);
}

/** On the twisted curve, but not in the group that pairings are made of. */
function offSubgroup(): Uint8Array {
  const { Fp2 } = fields;
  for (let n = 1n; ; n++) {
    const x = Fp2.fromBigTuple([n, 1n]);
    try {
      const y = Fp2.sqrt(Fp2.add(Fp2.mul(Fp2.sqr(x), x), G2.CURVE.b));
      return words(x.c1, x.c0, y.c1, y.c0);
    } catch {
      // No root: the next.
    }
  }
}
