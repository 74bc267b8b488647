import { CHARGED_4XX } from "@/lib/gateway/faults";
import type { OperationShape } from "@/lib/gateway/types";
import type { ToolDefinition, ToolSchema } from "@/lib/tools/define";
import { CodeBlock } from "../ui/CodeBlock";
import { Hash } from "../ui/Hash";
import { Rows } from "../ui/Rows";
import { Table, Td, Th, Tr } from "../ui/Table";
import { Disclosure } from "../wire/Disclosure";
import { shownJson } from "./answers/shownJson";
import { formFields } from "./formFields";

type Props = { tool: ToolDefinition; schema: ToolSchema; shape: OperationShape; payTo: string; path: string };

const PLACES = { path: "in the path", query: "in the query", header: "in a header", body: "in the body", whole: "the body" } as const;

/** Whose it is, what goes in, what comes out, and when it costs nothing. */
export function AboutSellersTool({ tool, schema, shape, payTo, path }: Props) {
  return (
    <>
      <section aria-labelledby="whose">
        <h2 id="whose" className="mb-3 text-4">
          Who answers
        </h2>
        <p className="max-w-measure text-3 text-ink-2">
          {tool.seller.name}'s own API answers. Coinslot passes the call on and settles the payment straight to the seller; what the answer
          says is the seller's word.
        </p>
        <Rows
          className="mt-4"
          termWidth="w-28"
          rows={[
            { term: "request", value: <span className="num break-all">{`${shape.method} ${path}`}</span> },
            { term: "paid to", value: <Hash value={payTo} /> },
            { term: "time limit", value: <span className="num">{tool.timeoutMs / 1000} s</span> },
          ]}
        />
      </section>
      <section aria-labelledby="goes-in">
        <h2 id="goes-in" className="mb-1 text-4">
          What goes in
        </h2>
        {shape.parts.length === 0 ? (
          <p className="text-3 text-ink-2">Nothing. The call takes no input.</p>
        ) : (
          <Fields schema={schema} shape={shape} />
        )}
      </section>
      <section aria-labelledby="comes-out">
        <h2 id="comes-out" className="mb-1 text-4">
          What comes out
        </h2>
        <p className="mb-1 max-w-measure text-3 text-ink-2">{answerWords(shape)}</p>
        {shape.output ? (
          <Disclosure summary="Show its schema">
            <CodeBlock label="The answer's schema" tabs={[{ name: "JSON Schema", code: shownJson(shape.output).text }]} />
          </Disclosure>
        ) : null}
      </section>
      <section aria-labelledby="no-answer">
        <h2 id="no-answer" className="mb-3 text-4">
          When you pay nothing
        </h2>
        {tool.charges4xx ? <p className="mb-3 max-w-measure text-3 text-ink-2">{CHARGED_4XX}</p> : null}
        <Table>
          <thead>
            <tr>
              <Th>Code</Th>
              <Th>What happened</Th>
            </tr>
          </thead>
          <tbody>
            {tool.faults.map((fault) => (
              <Tr key={fault.reason} tone="plain">
                <Td className="num">{fault.reason}</Td>
                <Td className="py-2">{fault.what}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </section>
    </>
  );
}

function Fields({ schema, shape }: Pick<Props, "schema" | "shape">) {
  const placeOf = new Map(shape.parts.map(({ key, place }) => [key, PLACES[place]]));
  return (
    <Table>
      <thead>
        <tr>
          <Th className="w-26">Field</Th>
          <Th>Type</Th>
          <Th>Goes</Th>
          <Th>Meaning</Th>
        </tr>
      </thead>
      <tbody>
        {formFields(schema).map((field) => (
          <Tr key={field.name} tone="plain">
            <Td className="num font-strong break-all">{field.name}</Td>
            <Td className="py-2 text-ink-3">{field.type}</Td>
            <Td className="py-2 text-ink-3">{placeOf.get(field.name) ?? ""}</Td>
            <Td className="py-2">{field.meaning}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function answerWords({ output, answerTypes }: OperationShape): string {
  const types = answerTypes.length > 0 ? answerTypes.join(", ") : "The seller's description does not say of what kind the answer is.";
  if (answerTypes.length === 0) return types;
  return output ? `${types}, as the seller describes it.` : `${types}. The seller does not describe it further.`;
}
