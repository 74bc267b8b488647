import { CodeBlock } from "../ui/CodeBlock";

/** In the place of a sample answer: a call would be the seller's server's work, so none is made for show. */
export function ExampleCall({ seller, example }: { seller: string; example: Record<string, unknown> }) {
  return (
    <section aria-labelledby="an-example">
      <h2 id="an-example" className="mb-3 text-4">
        An example of a call
      </h2>
      <CodeBlock label="The example's input" tabs={[{ name: "Input", code: JSON.stringify(example, null, 2) }]} />
      <p className="mt-2 text-2 text-ink-3">
        {seller} gave this input as the example. No answer is shown, since each one is work of {seller}'s server; the quote is free, and
        says if the call would run.
      </p>
    </section>
  );
}
