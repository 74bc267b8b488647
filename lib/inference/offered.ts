import "server-only";
import { ToolRefusal } from "@/lib/tools/refusal";
import { type Found, upstreams } from "./upstreams";

export type ModelKind = "chat" | "embedding";

const kindOf = ({ model }: Found): ModelKind => (model.rate.output === null ? "embedding" : "chat");

/** The model and who serves it; throws for one that nobody offers, or offers for something else. */
export function offered(id: string, kind: ModelKind): Found {
  const found = upstreams.find(id);
  if (found && kindOf(found) === kind) return found;
  const known = upstreams.models().filter(({ rate }) => (rate.output === null) === (kind === "embedding"));
  throw new ToolRefusal("model_unknown", `No server here offers ${id.slice(0, 100)} for this.`, {
    hint:
      known.length > 0
        ? `There are: ${known
            .slice(0, 10)
            .map((model) => model.id)
            .join(", ")}.`
        : "GET /api/v1/models lists what there is.",
  });
}

/** The same, and somebody serves it now. */
export function living(id: string, kind: ModelKind): Found {
  const found = offered(id, kind);
  if (found.local || found.upstreams.length > 0) return found;
  throw new ToolRefusal("model_unavailable", `The servers of ${id.slice(0, 100)} are away.`, {
    kind: "unavailable",
    hint: "Choose another model of GET /api/v1/models, or try again in a minute.",
  });
}
