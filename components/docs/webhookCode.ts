import type { CodeTab } from "@/components/ui/CodeBlock";

/** A receiver that believes nothing that isn't signed, in the languages that most of them are written in. */
export const WEBHOOK_CODE: CodeTab[] = [
  {
    name: "TypeScript",
    code: `// npm install standardwebhooks
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.COINSLOT_WEBHOOK_SECRET!); // whsec_…

export async function POST(request: Request) {
  const body = await request.text(); // as it came: parsed and written again, it is another text
  let event;
  try {
    event = webhook.verify(body, Object.fromEntries(request.headers));
  } catch {
    return new Response("not signed by Coinslot", { status: 400 });
  }
  if (await seenBefore(event.id)) return new Response(); // sent at least once, so maybe twice
  await keep(event); // then answer; the work itself can wait
  return new Response();
}`,
  },
  {
    name: "Python",
    code: `# pip install standardwebhooks flask
import os
from flask import Flask, request
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

app = Flask(__name__)
webhook = Webhook(os.environ["COINSLOT_WEBHOOK_SECRET"])  # whsec_…

@app.post("/coinslot")
def coinslot():
    try:
        event = webhook.verify(request.get_data(), request.headers)
    except WebhookVerificationError:
        return "not signed by Coinslot", 400
    if not seen_before(event["id"]):  # sent at least once, so maybe twice
        keep(event)  # then answer; the work itself can wait
    return "", 204`,
  },
];
