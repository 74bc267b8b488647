import "server-only";
import { request } from "undici";
import { guardedAgent } from "../web/agent";
import { readBody } from "../web/body";
import { deadline, unlessAborted } from "../web/deadline";
import { refusalOf } from "../web/failure";
import { type GuardRules, guardOf } from "../web/guard";
import { hostOf, readTarget } from "../web/target";

export type Posted = {
  status: number /** The beginning of what it says, at most `MOST_ANSWER_BYTES`. */;
  answer: string;
  retryAfter: string | null;
};

/**
 * `post` sends once, follows nothing, and throws a `ToolRefusal` where no answer came. `check` throws the same where it would
 * not even connect.
 */
export type Post = {
  post: (url: string, headers: Record<string, string>, body: string) => Promise<Posted>;
  check: (url: string) => Promise<void>;
};

const MOST_ANSWER_BYTES = 16 * 1024;
const TIMEOUT_MS = 10_000;

/** The guarded way out for what strangers want to be told: addresses are checked whenever one is connected to. */
export function openPost(rules: GuardRules, timeoutMs = TIMEOUT_MS): Post {
  const guard = guardOf(rules);
  const agent = guardedAgent({ guard });
  const post: Post["post"] = async (address, headers, body) => {
    const url = readTarget(address);
    const { signal, end } = deadline(timeoutMs, new AbortController().signal);
    try {
      await unlessAborted(guard(url), signal);
      const answer = await request(url, { dispatcher: agent, method: "POST", headers, body, signal });
      // A connection that breaks after nobody listens any more must not end the process.
      answer.body.on("error", () => undefined);
      const encoding = answer.headers["content-encoding"];
      const { bytes } = await unlessAborted(readBody(answer.body, String(encoding ?? ""), MOST_ANSWER_BYTES), signal);
      return { status: answer.statusCode, answer: bytes.toString("utf8"), retryAfter: String(answer.headers["retry-after"] ?? "") || null };
    } catch (error) {
      throw refusalOf(error, hostOf(url), signal);
    } finally {
      end();
    }
  };
  return { post, check: async (address) => void (await guard(readTarget(address))) };
}
