/** The walls of the house. `npm run check:deps` holds them, and fails when it read too few modules to mean anything. */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    {
      name: "nothing-imports-app",
      comment: "Pages and routes are the top of the house; a test may call a route beside what it serves.",
      severity: "error",
      from: { pathNot: "^(app|e2e)/|\\.test\\.tsx?$" },
      to: { path: "^app/" },
    },
    {
      name: "lib-knows-no-components",
      severity: "error",
      from: { path: "^(lib|db)/" },
      to: { path: "^components/" },
    },
    {
      name: "tools-stand-alone",
      comment: "A tool knows nothing of payments, the database, HTTP or other tools.",
      severity: "error",
      from: { path: "^lib/tools/([^/]+)/", pathNot: "\\.test\\.ts$|/testdata/" },
      to: { path: "^(db|lib/(payments|settlement|auth|facilitator|discovery|devnet))/|^lib/tools/[^/]+/", pathNot: "^lib/tools/$1/" },
    },
    {
      name: "definitions-are-pure",
      comment: "They are read in the browser too.",
      severity: "error",
      from: { path: "^lib/tools/.+/(definition|schema)\\.ts$|^lib/tools/catalog\\.ts$" },
      to: {
        pathNot:
          "^lib/(tools/.+/(definition|schema)|tools/(define|catalog)|inference/local/models|chains|chain/(addressInput|answerShapes|blockInput|chainNames)|safety/answer/shape|web/(schema|faults))\\.ts$|^node_modules/(zod|viem)",
      },
    },
    {
      name: "payments-import-no-tool",
      comment: "The pipeline is handed a tool.",
      severity: "error",
      from: { path: "^lib/(payments|settlement)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/tools/([^/]+/|registry|catalog)" },
    },
    {
      name: "mcp-is-a-door",
      comment: "Nothing inside the house goes through its own door; the page that documents it reads its limits.",
      severity: "error",
      from: { pathNot: "^lib/mcp/|^app/(mcp|\\(market\\)/docs/mcp)/|^scripts/mcp\\.ts|\\.test\\.ts$" },
      to: { path: "^lib/mcp/" },
    },
    {
      name: "the-bridge-is-somebody-elses",
      comment: "It runs on its owner's machine: no ledger, no settings of a market, no tools.",
      severity: "error",
      from: { path: "^lib/mcp/bridge/", pathNot: "\\.test\\.ts$" },
      to: { path: "^db/|^lib/(env|chainClient)\\.ts|^lib/(auth|settlement/engine|tools)/|^lib/payments/(?!wire\\.ts)" },
    },
    {
      name: "only-db-knows-drizzle",
      severity: "error",
      from: { pathNot: "^(db/|drizzle\\.config\\.ts|lib/devnet/)" },
      to: { path: "^node_modules/drizzle-orm" },
    },
    {
      name: "components-ask-no-database",
      comment: "Pages read and hand down; types may be shared.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^db/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "tests-stay-tests",
      severity: "error",
      from: { pathNot: "\\.(test|spec)\\.tsx?$|^e2e/|^scripts/|testdata/|^\\.config/" },
      to: { path: "\\.(test|spec)\\.tsx?$|/testdata/|^e2e/" },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^e2e/clients/node_modules|^scripts/bench/official/|\\.next|css$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
