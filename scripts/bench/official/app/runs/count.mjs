/** How often the handler ran. On `globalThis`, since Next gives routes copies of a module. */
globalThis.benchRuns ??= { runs: 0 };
export const count = globalThis.benchRuns;
