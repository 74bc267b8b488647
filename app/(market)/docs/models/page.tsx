import type { Metadata } from "next";
import { connection } from "next/server";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { openaiSnippet } from "@/lib/discovery/openaiSnippet";
import { env } from "@/lib/env";
import { modelList } from "@/lib/inference/modelList";

export const metadata: Metadata = {
  title: "Language models",
  description: "The OpenAI protocol, paid by the request: chat, streaming, embeddings.",
};

export default async function ModelsPage() {
  await connection();
  const origin = await pageOrigin();
  const { data } = await modelList();
  const model = data.find(({ kind }) => kind === "chat")?.id ?? "gpt-4o-mini";
  const input = { model, messages: [{ role: "user", content: "Say hello in one short sentence." }], max_tokens: 64 };
  const code = openaiSnippet({ origin, slug: "chat/completions", input, network: env().network, price: "the price of this request" }) ?? "";
  return (
    <>
      <DocHead title="Language models">
        Chat and embeddings speak the OpenAI protocol. Whatever client you have works, once its fetch pays.
      </DocHead>
      <DocSection id="client" title="With the official client">
        <CodeBlock label="The openai package" tabs={[{ name: "TypeScript", code }]} />
        <p>
          Tool calls, JSON mode, images and fields that the market has never heard of go to the model as they are, and its answer comes back
          as it is.
        </p>
      </DocSection>
      <DocSection id="models" title="Models and their rates">
        {data.length > 0 ? (
          <DocTable
            label="Models"
            rows={data.map(({ id, kind, available, pricing }) => ({
              key: id,
              term: <Mono>{id}</Mono>,
              text: (
                <>
                  {kind === "chat" ? "Chat" : "Embeddings"}, ${pricing.input} a million tokens in
                  {pricing.output === undefined ? "" : `, $${pricing.output} out`}. {available ? "" : "Its servers are away now."}
                </>
              ),
            }))}
          />
        ) : (
          <p>No model server is connected to this market now. Calls are refused before any price is named.</p>
        )}
        <p>
          <Mono>GET /api/v1/models</Mono> has the same as JSON, free.
        </p>
      </DocSection>
      <DocSection id="price" title="What a request costs">
        <p>
          The price is known before you pay: the request's tokens, and <Mono>max_tokens</Mono> of answer, each at the model's rate. It
          stands in the 402 and in the quote, with the sum that it was made by. Ask for a shorter answer and it costs less; say nothing and
          1,024 tokens are priced, and no longer answer is asked of the model.
        </p>
        <p>
          Tokens are counted with OpenAI's own tokenizer for its models. For others at most 1.6 times that count, or one token a byte, is
          taken. What the answer really used is in <Mono>X-Payment-Used</Mono>, in the receipt's <Mono>extensions.usage</Mono>, and at{" "}
          <Mono>/api/v1/payments/…</Mono>. It is not given back yet.
        </p>
      </DocSection>
      <DocSection id="stream" title="Streams">
        <p>
          With <Mono>stream: true</Mono> the model's first token is awaited, then the payment settles, then the tokens flow. A model that
          fails before its first token costs nothing. One that breaks off later ends the stream with{" "}
          <Mono>{'data: {"error":{"code":"answer_broken", …}}'}</Mono> and no <Mono>[DONE]</Mono>, and the payment is recorded as broken.
          Close the connection and the model is stopped.
        </p>
        <p>
          Before <Mono>[DONE]</Mono> stands a comment, <Mono>{': {"used":"1700"}'}</Mono>, in atomic USDC. The same payment sent again gets
          the whole stream again, for a day, and is not charged twice.
        </p>
      </DocSection>
    </>
  );
}
