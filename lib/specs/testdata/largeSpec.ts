/** A description with so many operations, each with parameters, a body and an answer that refers to itself. */
export function largeSpec(operations: number): string {
  const paths: Record<string, object> = {};
  for (let at = 0; at < operations; at += 2) {
    const id = { name: "id", in: "path", required: true, schema: { type: "integer" }, description: `Which of the things of kind ${at}.` };
    const limit = { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100, default: 20 } };
    const answer = { description: "OK", content: { "application/json": { schema: { $ref: `#/components/schemas/Thing${at % 300}` } } } };
    const read = {
      operationId: `getThing${at}`,
      summary: `Thing of kind ${at}`,
      tags: ["things"],
      parameters: [id, limit],
      responses: { "200": answer },
    };
    const body = { required: true, content: { "application/json": { schema: { $ref: `#/components/schemas/Thing${at % 300}` } } } };
    const write = { operationId: `makeThing${at}`, parameters: [id], requestBody: body, responses: { "201": answer } };
    paths[`/things${at}/{id}`] = { get: read, ...(at + 1 < operations ? { post: write } : {}) };
  }
  const schemas: Record<string, object> = {};
  for (let at = 0; at < 300; at++) {
    const fields = Object.fromEntries(
      Array.from({ length: 20 }, (_, field) => [`field${field}`, { type: "string", maxLength: 100, description: `Field ${field}.` }]),
    );
    const next = { $ref: `#/components/schemas/Thing${(at + 1) % 300}` };
    schemas[`Thing${at}`] = {
      type: "object",
      properties: { ...fields, self: { $ref: `#/components/schemas/Thing${at}` }, ...(at % 5 === 4 ? {} : { next }) },
      required: ["field0"],
    };
  }
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Large", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths,
    components: { schemas },
  });
}
