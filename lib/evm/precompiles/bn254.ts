import { bn254 } from "@noble/curves/bn254";
import { wordAt, wordToBytes } from "../words";
import { type Native, padded } from "./native";

const { G1, G2, fields } = bn254;
const FIELD = fields.Fp.ORDER;
type Point1 = ReturnType<typeof G1.ProjectivePoint.fromAffine>;
type Point2 = ReturnType<typeof G2.ProjectivePoint.fromAffine>;

const ADD_COST = 150;
const MULTIPLY_COST = 6_000;
const PAIRING_COST = 45_000;
const PAIR_COST = 34_000;
const PAIR_SIZE = 192;

/** EIP-196, EIP-197, EIP-1108. */
export const addPoints: Native = (data, gas, machine) => {
  if (ADD_COST > gas) return null;
  machine.spend(200);
  return valid(ADD_COST, () => pointBytes(point1(padded(data, 0, 64)).add(point1(padded(data, 64, 64)))));
};

export const multiplyPoint: Native = (data, gas, machine) => {
  if (MULTIPLY_COST > gas) return null;
  machine.spend(20_000);
  return valid(MULTIPLY_COST, () => {
    const scalar = wordAt(padded(data, 64, 32), 0) % fields.Fr.ORDER;
    const point = point1(padded(data, 0, 64));
    return pointBytes(scalar === 0n ? G1.ProjectivePoint.ZERO : point.multiplyUnsafe(scalar));
  });
};

export const checkPairings: Native = (data, gas, machine) => {
  if (data.length % PAIR_SIZE !== 0) return null;
  const count = data.length / PAIR_SIZE;
  const cost = PAIRING_COST + PAIR_COST * count;
  if (cost > gas) return null;
  machine.spend(50_000 * count);
  return valid(cost, () => {
    const pairs: { g1: Point1; g2: Point2 }[] = [];
    for (let at = 0; at < data.length; at += PAIR_SIZE) {
      const g1 = point1(data.subarray(at, at + 64));
      const g2 = point2(data.subarray(at + 64, at + PAIR_SIZE));
      if (!g1.equals(G1.ProjectivePoint.ZERO) && !g2.equals(G2.ProjectivePoint.ZERO)) pairs.push({ g1, g2 });
    }
    const product = pairs.length === 0 ? fields.Fp12.ONE : bn254.pairingBatch(pairs);
    return wordToBytes(fields.Fp12.eql(product, fields.Fp12.ONE) ? 1n : 0n);
  });
};

/** Points that aren't on their curve end the call. */
function valid(gas: number, compute: () => Uint8Array) {
  try {
    return { gas, output: compute() };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}

function point1(bytes: Uint8Array): Point1 {
  const x = coordinate(bytes, 0);
  const y = coordinate(bytes, 32);
  if (x === 0n && y === 0n) return G1.ProjectivePoint.ZERO;
  const point = G1.ProjectivePoint.fromAffine({ x, y });
  point.assertValidity();
  return point;
}

/** The imaginary parts come first. */
function point2(bytes: Uint8Array): Point2 {
  const x = fields.Fp2.fromBigTuple([coordinate(bytes, 32), coordinate(bytes, 0)]);
  const y = fields.Fp2.fromBigTuple([coordinate(bytes, 96), coordinate(bytes, 64)]);
  if (fields.Fp2.is0(x) && fields.Fp2.is0(y)) return G2.ProjectivePoint.ZERO;
  const point = G2.ProjectivePoint.fromAffine({ x, y });
  point.assertValidity();
  return point;
}

function coordinate(bytes: Uint8Array, at: number): bigint {
  const value = wordAt(bytes, at);
  if (value >= FIELD) throw new Error("beyond the field");
  return value;
}

function pointBytes(point: Point1): Uint8Array {
  const bytes = new Uint8Array(64);
  if (point.equals(G1.ProjectivePoint.ZERO)) return bytes;
  const { x, y } = point.toAffine();
  bytes.set(wordToBytes(x));
  bytes.set(wordToBytes(y), 32);
  return bytes;
}
