import { type CallRequest, type CallTarget, callRequest } from "./callRequest";
import { goLiteral, pythonObject, shellQuoted } from "./literals";

type Facts = CallTarget & { origin: string; input: Record<string, unknown>; network: string; price: string };

/** A seller's operation has its own method, path and parameters: what stands in code is that very request. */
export type ShapedCode = { curl: string; typescript: string[]; python: string[]; go: { body: string; lines: string[] } };

/** The request as each language writes it; null while the input can't be written as one. */
export function shapedCode(facts: Facts): ShapedCode | null {
  const request = written(facts);
  if (!request) return null;
  const url = `${facts.origin}${request.path}`;
  const body = bodyText(request);
  return {
    curl: curl(request, url, body, facts.price),
    typescript: typescript(request, url, body),
    python: python(request, url, body),
    go: { body: body === null ? "nil" : `strings.NewReader(${goLiteral(body)})`, lines: go(request, url) },
  };
}

function written(facts: Facts): CallRequest | null {
  try {
    return callRequest(facts, facts.input);
  } catch {
    return null;
  }
}

/** Bytes stand in code as their base64 never would: a file takes their place. */
const bodyText = ({ body }: CallRequest) => (body === null ? null : typeof body === "string" ? body : "@file");

function curl({ method, headers, body }: CallRequest, url: string, text: string | null, price: string): string {
  const parts = [
    ...Object.entries(headers).map(([name, value]) => `  -H ${shellQuoted(`${name}: ${value}`)}`),
    ...(body === null ? [] : [typeof body === "string" ? `  --data-raw ${shellQuoted(text ?? "")}` : "  --data-binary @file"]),
  ];
  const verb = method === "GET" ? "" : `-X ${method} `;
  const call = (options: string, more: string[]) => [`curl ${options}${verb}${shellQuoted(url)}`, ...more, ...parts].join(" \\\n");
  return [
    `# The price and the terms, free: a 402 with PAYMENT-REQUIRED`,
    call("-i ", []),
    ``,
    `# The same again with the signed payment (base64): the answer, for ${price}`,
    call("", [`  -H "PAYMENT-SIGNATURE: $PAYMENT"`]),
  ].join("\n");
}

function typescript({ method, headers, body }: CallRequest, url: string, text: string | null): string[] {
  const fields = [
    ...(method === "GET" ? [] : [`  method: ${JSON.stringify(method)},`]),
    ...(Object.keys(headers).length > 0 ? [`  headers: ${JSON.stringify(headers)},`] : []),
    ...(body === null ? [] : [`  body: ${typeof body === "string" ? JSON.stringify(text) : `readFileSync("file")`},`]),
  ];
  const address = JSON.stringify(url);
  return fields.length > 0 ? [`const res = await pay(${address}, {`, ...fields, `})`] : [`const res = await pay(${address})`];
}

function python({ method, headers, body }: CallRequest, url: string, text: string | null): string[] {
  const fields = [
    ...(Object.keys(headers).length > 0 ? [`        headers=${pythonObject(headers, null)},`] : []),
    ...(body === null ? [] : [`        data=${typeof body === "string" ? `${JSON.stringify(text)}.encode()` : `open("file", "rb")`},`]),
  ];
  return [`    res = session.request(`, `        ${JSON.stringify(method)},`, `        ${JSON.stringify(url)},`, ...fields, `    )`];
}

function go({ method, headers }: CallRequest, url: string): string[] {
  return [
    `	req, err := http.NewRequest(${JSON.stringify(method)}, ${JSON.stringify(url)}, body)`,
    `	if err != nil {`,
    `		panic(err)`,
    `	}`,
    ...Object.entries(headers).map(([name, value]) => `	req.Header.Set(${JSON.stringify(name)}, ${JSON.stringify(value)})`),
    `	res, err := pay.Do(req)`,
  ];
}
