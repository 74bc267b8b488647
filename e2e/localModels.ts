import { type ModelServer, modelServer } from "@/lib/testing/modelServer";
import { market } from "./market";

/** Where the market looks for model servers on its own machine. */
const PORTS = [11_434, 1_234, 8_000, 8_080];

/** A model server at a place where the running market finds it by itself; ready when the market offers its models. */
export async function startLocalModels(models: string[]): Promise<ModelServer> {
  for (const port of PORTS) {
    const server = await modelServer(models, port).catch(() => null);
    if (!server) continue;
    for (let tries = 0; tries < 300; tries++) {
      const { data } = (await (await fetch(`${market.url}/api/v1/models`)).json()) as { data: { id: string; available: boolean }[] };
      if (models.every((id) => data.some((model) => model.id === id && model.available))) return server;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await server.close();
    throw new Error("the market did not find the model server within a minute");
  }
  throw new Error("all the usual ports of model servers are taken");
}
