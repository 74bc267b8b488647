import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
// `server-only` is an empty module under this condition; elsewhere it throws.
const conditions = ["react-server", "module", "node", "import", "default"];
const shared = {
  root,
  resolve: { alias: { "@": root }, conditions },
  ssr: { resolve: { conditions } },
};
const exclude = ["**/node_modules/**", ".next*/**", "e2e/*.spec.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.integration.test.ts"],
          // A busy machine is no fault of the code.
          testTimeout: 20_000,
          alias: { "server-only": `${root}/node_modules/server-only/empty.js` },
        },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude,
          alias: { "server-only": `${root}/node_modules/server-only/empty.js` },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
