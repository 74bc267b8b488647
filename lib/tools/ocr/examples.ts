import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";
import { RECEIPT_IMAGE } from "./receiptImage";

/** The first one travels with every description of the tool, so it is the smallest. */
export function examples({ network }: SampleGround): ToolExample[] {
  return [
    { name: "price tag", input: definition.examples[network] },
    { name: "receipt", input: { image: RECEIPT_IMAGE } },
  ];
}
