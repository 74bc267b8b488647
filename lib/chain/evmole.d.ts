/** The package has types, but its export map doesn't say where. */
declare module "evmole" {
  export { contractInfo } from "evmole/dist/evmole.js";
}
