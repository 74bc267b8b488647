import { setTimeout as sleep } from "node:timers/promises";

/** So that one can watch them come. */
const BETWEEN_MS = 30;

/** The next primes from a number on, a line of JSON each, as they are found. */
export async function* primes(from: number, count: number): AsyncGenerator<string> {
  let found = 0;
  for (let number = Math.max(2, from); found < count; number += 1) {
    if (!isPrime(number)) continue;
    found += 1;
    yield `${JSON.stringify({ index: found, prime: number })}\n`;
    if (found < count) await sleep(BETWEEN_MS);
  }
}

function isPrime(number: number): boolean {
  for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) return false;
  return true;
}
