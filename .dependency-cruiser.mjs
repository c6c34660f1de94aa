// The picture of the architecture: a folder imports itself and those before it in this line.
const layers = ["language", "model", "methods", "plan", "sql", "engine", "store", "ingest", "service", "api", "cli"];
const pure = ["language", "model", "methods", "plan", "sql"];
const oneOf = (names) => `^src/(${names.join("|")})/`;

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...layers.map((layer, i) => ({
      name: `${layer}-imports-only-lower-layers`,
      severity: "error",
      from: { path: `^src/${layer}/`, pathNot: "\\.test\\.tsx?$" },
      to: { path: "^src/", pathNot: oneOf(layers.slice(0, i + 1)) },
    })),
    {
      name: "pure-layers-run-anywhere",
      severity: "error",
      from: { path: oneOf(pure), pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-imports-model-and-below",
      severity: "error",
      from: { path: "^src/web/" },
      to: { path: "^src/", pathNot: ["^src/web/", oneOf(["language", "model"]), "^src/api/app"] },
    },
    {
      name: "web-takes-only-types-from-api",
      severity: "error",
      from: { path: "^src/web/" },
      to: { path: "^src/api/", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
