import "server-only";
import { endpointShape } from "./endpointShape";
import type { FromEndpoint } from "./fields";
import { newId } from "./newId";
import { keepListing, startListing } from "./newListing";
import { readPrice } from "./readPrice";
import { serverParts } from "./serverParts";
import { shortName } from "./shortName";
import { readExample, readQuestion } from "./words";

/** A draft with one operation, described by hand. Answers its id and the signing key, which is shown this once. */
export async function createEndpoint(account: string, given: FromEndpoint): Promise<{ id: string; signingKey: string }> {
  const id = newId("lst");
  const start = await startListing(account, id, given);
  const shape = endpointShape(given);
  const question = readQuestion(given.question);
  const price = readPrice(given.price, "price");
  const example = readExample(given.example);
  const { parts, key } = await serverParts(id, given);
  await keepListing({
    listing: { ...start, kind: "api", ...parts },
    operations: [
      {
        id: newId("opn"),
        listingId: id,
        key: `${shape.method} ${shape.path}`,
        name: shortName(question) || "call",
        question,
        tags: [],
        price,
        shape,
        example,
        since: 1,
        changed: 1,
      },
    ],
    version: { listingId: id, version: 1, source: "by hand" },
  });
  return { id, signingKey: key };
}
