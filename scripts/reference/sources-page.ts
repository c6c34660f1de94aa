import { join } from "node:path";
import { loadPresets } from "../../src/ingest/presets/load-presets.ts";

const root = join(import.meta.dirname, "..", "..");
const grades = {
  A: "official documentation or a real file",
  B: "headers seen in public importers",
  C: "documented schema only",
  D: "not evidenced: a template to complete",
} as const;

/** The systems whose files are recognised. */
export function sourcesPage(): string {
  const { presets } = loadPresets(root);
  const entries = presets.map((preset) => {
    const layouts = preset.layouts.map((layout) => {
      const facts = [...new Set(layout.facts.map((fact) => `\`${fact.fact}\``))].join(", ");
      return `| ${layout.name?.en ?? layout.id} | ${facts} | ${layout.required.map((name) => `\`${name}\``).join(", ")} |`;
    });
    const settings = Object.entries(preset.settings).map(
      ([key, setting]) =>
        `- \`--set ${key}=…\`: ${setting.ask.en}${setting.default ? ` (default ${setting.default})` : ""}`,
    );
    const dialects = preset.dialects.map(({ says }) => `- ${says.en}\n  ${says.zh}`);
    return `## ${preset.name.en} · ${preset.name.zh}

\`${preset.id}\`, evidence ${preset.evidence} (${grades[preset.evidence]}). ${preset.export_guide.en}

${preset.export_guide.zh}

| layout | gives | needs the columns |
|---|---|---|
${layouts.join("\n")}
${settings.length > 0 ? `\n${settings.join("\n")}\n` : ""}${dialects.length > 0 ? `\n${dialects.join("\n")}\n` : ""}`;
  });
  return `# Sources

Written by \`npm run reference\` from \`presets/\`. Any other file loads by [a mapping of your own](../guide/map-any-file.md).

${entries.join("\n")}`;
}
