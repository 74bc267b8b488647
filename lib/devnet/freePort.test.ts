import { createServer, type Server } from "node:net";
import { expect, it } from "vitest";
import { freePort } from "./freePort";

const hold = (port: number) =>
  new Promise<Server>((resolve) => {
    const server = createServer();
    server.listen(port, "127.0.0.1", () => resolve(server));
  });

it("passes over a port that is taken", async () => {
  const wanted = await freePort();
  const holder = await hold(wanted);
  expect(await freePort(wanted)).toBeGreaterThan(wanted);
  holder.close();
});

it("hands out no port twice, even before anybody has bound it", async () => {
  const wanted = await freePort();
  const ports = await Promise.all([freePort(wanted + 1), freePort(wanted + 1), freePort(), freePort()]);
  expect(new Set(ports).size).toBe(4);
});
