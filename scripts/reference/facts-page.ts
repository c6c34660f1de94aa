import { DERIVED, FACTS, PROVENANCE } from "../../src/model/facts.ts";
import { MEASURES } from "../../src/model/measures.ts";

const columns = (all: Readonly<Record<string, string>>) =>
  Object.entries(all)
    .map(([name, kind]) => `\`${name}\` ${kind}`)
    .join(", ");

/** The warehouse's facts, derived tables and measures. */
export function factsPage(): string {
  const facts = Object.entries(FACTS).map(
    ([id, fact]) =>
      `### ${id}\n\nA later load ${
        {
          segment: "replaces the part it covers",
          entity: "replaces records of the same id",
          history: "adds; the same id again replaces",
        }[fact.loading]
      }. Required: ${fact.required.map((name) => `\`${name}\``).join(", ") || "nothing"}.\n\n${columns(fact.columns)}\n`,
  );
  const derived = Object.entries(DERIVED).map(([id, table]) => `### ${id}\n\n${columns(table.columns)}\n`);
  const measures = Object.entries(MEASURES).map(([id, measure]) => {
    const from = [...new Set(measure.readings.map((reading) => reading.table))].join(", ");
    return `| \`${id}\` | ${measure.label.en} | ${measure.label.zh} | ${measure.unit} | ${from} |`;
  });
  return `# Facts and measures

Written by \`npm run reference\` from \`src/model/\`. Kinds: id and text are text; dim is a dimension ("" = not set); date is a business-local day; \`?\` may be empty; int, decimal, money and flag are empty where the source does not report them; attributes is any further columns by name.

Every fact carries ${columns(PROVENANCE)}.

## Facts that presets write

${facts.join("\n")}
## Derived tables

Built from all visible loads after each load.

${derived.join("\n")}
## Measures that formulas name

| measure | means | 含义 | unit | read from |
|---|---|---|---|---|
${measures.join("\n")}
`;
}
