import type { CodeTab } from "@/components/ui/CodeBlock";

type Facts = { url: string; input: Record<string, unknown> /** The network's name in version 1. */; v1Network: string; price: string };

/** The call with the version 1 client, as its README uses it. */
export function v1Client({ url, input, v1Network, price }: Facts): CodeTab {
  return {
    name: "TypeScript, v1",
    code: [
      `import { createSigner, wrapFetchWithPayment } from "x402-fetch"`,
      ``,
      `const signer = await createSigner("${v1Network}", process.env.EVM_PRIVATE_KEY as \`0x\${string}\`)`,
      `const pay = wrapFetchWithPayment(fetch, signer)`,
      ``,
      `const res = await pay("${url}?${new URLSearchParams(input as Record<string, string>)}")`,
      `console.log(await res.json()) // ${price}, and nothing when there is no answer`,
    ].join("\n"),
  };
}

/** The unpaid request by hand, both ways. */
export function unpaidCurl({ url, input }: Pick<Facts, "url" | "input">): CodeTab[] {
  return [
    { name: "POST", code: `curl -i ${url} \\\n  --json '${JSON.stringify(input)}'` },
    { name: "GET", code: `curl -i '${url}?${new URLSearchParams(input as Record<string, string>)}'` },
  ];
}

/** The paid request by hand; `$PAYMENT` is the base64 of the payment's JSON. */
export function paidCurl({ url, input }: Pick<Facts, "url" | "input">): CodeTab[] {
  const header = `-H "PAYMENT-SIGNATURE: $(base64 -w0 payment.json)"`;
  return [
    { name: "POST", code: `curl -i ${url} \\\n  ${header} \\\n  --json '${JSON.stringify(input)}'` },
    { name: "GET", code: `curl -i '${url}?${new URLSearchParams(input as Record<string, string>)}' \\\n  ${header}` },
  ];
}
