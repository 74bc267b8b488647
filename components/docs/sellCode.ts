import type { CodeTab } from "@/components/ui/CodeBlock";

const NODE = `import { createHash, createHmac, timingSafeEqual } from "node:crypto";

// body: the request's bytes as they came; an empty Buffer where there are none.
// url: path and query as they stand in the request's first line, such as "/v2/forecast?city=Oslo".
// secretParam: the query parameter that carries your API's own key, if it comes that way: it is not signed.
export function fromCoinslot({ key, method, url, headers, body, secretParam }) {
  const [path, query = ""] = url.split("?");
  const kept = query.split("&").filter((pair) => !secretParam || pair.split("=")[0] !== secretParam);
  const target = kept.some(Boolean) ? \`\${path}?\${kept.join("&")}\` : path;

  const timestamp = headers["x-coinslot-timestamp"] ?? "";
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;

  const digest = createHash("sha256").update(body).digest("hex");
  const { "x-coinslot-payer": payer = "", "x-coinslot-payment": payment = "" } = headers;
  const signed = [timestamp, method, target, digest, payer, payment].join(".");
  const wanted = Buffer.from("v1=" + createHmac("sha256", key).update(signed).digest("hex"));
  const given = Buffer.from(headers["x-coinslot-signature"] ?? "");
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
`;

const PYTHON = `import hashlib, hmac, time

# body: the request's bytes as they came; b"" where there are none.
# target: path and query as they stand in the request's first line, such as "/v2/forecast?city=Oslo",
# without the query parameter that carries your API's own key, if it comes that way.
def from_coinslot(key: str, method: str, target: str, headers: dict, body: bytes) -> bool:
    timestamp = headers.get("x-coinslot-timestamp", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > 300:
        return False
    digest = hashlib.sha256(body).hexdigest()
    payer, payment = headers.get("x-coinslot-payer", ""), headers.get("x-coinslot-payment", "")
    signed = ".".join([timestamp, method, target, digest, payer, payment])
    wanted = "v1=" + hmac.new(key.encode(), signed.encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted, headers.get("x-coinslot-signature", ""))
`;

/** How an upstream knows that a call is the market's. */
export const verifyCode: readonly CodeTab[] = [
  { name: "Node.js", code: NODE },
  { name: "Python", code: PYTHON },
];

/** A proof, for a wallet and a token that are nobody's. */
export function proofCode(host: string): CodeTab[] {
  const line = "coinslot=0x83f09b1f6c02d7ae45531a0c8f9be3d1170c5a42 Jx1kQ0c8wVd3mZpT5uRnYbHs";
  return [
    { name: "File", code: `# https://${host}/.well-known/coinslot.txt, as text/plain\n${line}` },
    { name: "TXT record", code: `_coinslot.${host}. 300 IN TXT "${line}"` },
  ];
}
