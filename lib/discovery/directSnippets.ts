import { shellQuoted } from "./literals";

type Facts = { url: string; method: "GET" | "POST"; network: string };

/** How any x402 client pays an endpoint that is not the market's. The body of a POST is the caller's to know. */
export function directSnippets(facts: Facts): { name: string; code: string }[] {
  return [
    { name: "TypeScript", code: typescript(facts) },
    { name: "Python", code: python(facts) },
    { name: "curl", code: curl(facts) },
  ];
}

function typescript({ url, method, network }: Facts): string {
  return [
    `import { ExactEvmScheme } from "@x402/evm"`,
    `import { wrapFetchWithPayment, x402Client } from "@x402/fetch"`,
    `import { privateKeyToAccount } from "viem/accounts"`,
    ``,
    `const account = privateKeyToAccount(process.env.EVM_PRIVATE_KEY as \`0x\${string}\`)`,
    `const client = new x402Client().register(${JSON.stringify(network)}, new ExactEvmScheme(account))`,
    `const pay = wrapFetchWithPayment(fetch, client)`,
    ``,
    `const res = await pay(${JSON.stringify(url)}${method === "GET" ? "" : `, { method: "POST" }`})`,
    `console.log(await res.text())`,
  ].join("\n");
}

function python({ url, method }: Facts): string {
  return [
    `import os`,
    `from eth_account import Account`,
    `from x402 import x402ClientSync`,
    `from x402.http.clients import x402_requests`,
    `from x402.mechanisms.evm import EthAccountSigner`,
    `from x402.mechanisms.evm.exact.register import register_exact_evm_client`,
    ``,
    `client = x402ClientSync()`,
    `account = Account.from_key(os.environ["EVM_PRIVATE_KEY"])`,
    `register_exact_evm_client(client, EthAccountSigner(account))`,
    ``,
    `with x402_requests(client) as session:`,
    `    print(session.${method.toLowerCase()}(${JSON.stringify(url)}).text)`,
  ].join("\n");
}

function curl({ url, method }: Facts): string {
  const verb = method === "GET" ? "" : "-X POST ";
  return [
    `# The price and the terms, free`,
    `curl -i ${verb}${shellQuoted(url)}`,
    ``,
    `# The same again with the signed payment (base64)`,
    `curl ${verb}${shellQuoted(url)} -H "PAYMENT-SIGNATURE: $PAYMENT"`,
  ].join("\n");
}
