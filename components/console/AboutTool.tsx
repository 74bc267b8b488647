import { Minus } from "lucide-react";
import type { ToolDefinition, ToolSchema } from "@/lib/tools/define";
import { Status } from "../ui/Status";
import { Table, Td, Th, Tr } from "../ui/Table";
import { formFields } from "./formFields";

/** What it can't know, what goes in, and what no answer costs. */
export function AboutTool({ tool, schema }: { tool: ToolDefinition; schema: ToolSchema }) {
  return (
    <>
      <section aria-labelledby="cannot-know">
        <h2 id="cannot-know" className="mb-3 text-4">
          What it can't know
        </h2>
        <ul className="divide-y divide-line border-y border-line">
          {tool.cannotKnow.map((line) => (
            <li key={line} className="flex gap-3 py-2.5 text-3 text-ink-2">
              <Minus aria-hidden className="mt-1.5 size-3 shrink-0" />
              {line}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="goes-in">
        <h2 id="goes-in" className="mb-1 text-4">
          What goes in
        </h2>
        <Table>
          <thead>
            <tr>
              <Th className="w-26">Field</Th>
              <Th>Type</Th>
              <Th>Meaning</Th>
            </tr>
          </thead>
          <tbody>
            {formFields(schema).map((field) => (
              <Tr key={field.name} tone="plain">
                <Td className="num font-strong">{field.name}</Td>
                <Td className="py-2 text-ink-3">{field.type}</Td>
                <Td className="py-2">{field.meaning}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </section>
      <section aria-labelledby="no-answer">
        <h2 id="no-answer" className="mb-1 text-4">
          When there is no answer
        </h2>
        <Table>
          <thead>
            <tr>
              <Th>Code</Th>
              <Th>What happened</Th>
              <Th right>Costs</Th>
            </tr>
          </thead>
          <tbody>
            {tool.faults.map((fault) => (
              <Tr key={fault.reason} tone="plain">
                <Td className="num">{fault.reason}</Td>
                <Td className="py-2">{fault.what}</Td>
                <Td right>
                  <Status status="not_charged" />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </section>
    </>
  );
}
