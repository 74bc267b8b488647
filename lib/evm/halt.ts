/** Why code was stopped from outside: thrown by instructions, one object each, since a stack trace costs more than the call. */
export class Halt {
  constructor(
    readonly why: "gas" | "invalid" | "unsupported" | "steps",
    /** Ends everything, not just the innermost call. */
    readonly whole: boolean,
  ) {}
}

export const OUT_OF_GAS = new Halt("gas", false);
export const INVALID = new Halt("invalid", false);
export const UNSUPPORTED = new Halt("unsupported", true);
export const OUT_OF_STEPS = new Halt("steps", true);
