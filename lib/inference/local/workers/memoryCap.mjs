const grow = WebAssembly.Memory.prototype.grow;

/**
 * Keeps all memory of WebAssembly in this thread below `bytes`: V8's own limits do not count it. Answers a function that
 * says whether the limit was met since it was last asked, since libraries may take a refused allocation for an empty result.
 */
export function capMemory(bytes) {
  let met = false;
  WebAssembly.Memory.prototype.grow = function capped(pages) {
    if (this.buffer.byteLength + Number(pages) * 65_536 > bytes) {
      met = true;
      throw new RangeError("the memory of this model is used up");
    }
    return grow.call(this, pages);
  };
  return () => {
    const was = met;
    met = false;
    return was;
  };
}
