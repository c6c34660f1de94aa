import type { Receipt } from "../../model/answer.ts";
import { exclusionNamed } from "../../model/exclusion-words.ts";
import { formatValue } from "../../model/format/format-value.ts";
import { machineSignalName } from "../../model/machine-signals.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import { wordsIn } from "../words/index.ts";
import type { World } from "../world.ts";
import { table } from "./table.ts";

/** A receipt for people: definition, values with their measures, what was left out, the loads, the SQL. */
export function printReceipt(world: World, workspace: OpenWorkspace, receipt: Receipt): void {
  const { language, currency } = workspace.settings;
  const { definition } = receipt;
  const words = wordsIn(language);
  world.out(`${definition.id}@${definition.version} (${definition.hash.slice(0, 12)})\n${definition.text}\n`);
  world.out(`${receipt.kpi} = ${receipt.formula}\n\n`);
  for (const answer of receipt.answers) {
    const by = Object.entries(answer.by).map(([dim, value]) => `${dim} ${value}`);
    const value = formatValue(answer.value, answer.unit, { language, currency, style: "exact" });
    world.out(
      `${[answer.period.label, ...by].join(", ")}: ${value}${answer.reason ? ` (${answer.reason.text})` : ""}\n`,
    );
    for (const measure of answer.measures)
      world.out(`  ${measure.measure} = ${measure.value ?? "–"} (${words.rows(String(measure.rows))})\n`);
  }
  const exact = (share: number) => formatValue(share, "ratio", { language, currency, style: "exact" });
  for (const { rule, rows, share, signals = [] } of receipt.exclusions) {
    const says = exclusionNamed(workspace.settings.exclusions, rule, language);
    if (share === undefined) world.out(`${words.leftOut(rule, String(rows), says)}\n`);
    else world.out(`${words.peopleLeftOut(rule, String(rows), exact(share))}\n`);
    for (const one of signals)
      world.out(
        `  ${words.peopleLeftOutBy(machineSignalName(one.signal, language), one.signal, String(one.rows), exact(one.share))}\n`,
      );
  }
  for (const { name, text } of receipt.dialects ?? []) world.out(`${name}: ${text}\n`);
  if (receipt.campaign_aliases)
    world.out(`${words.campaignNames(String(Object.keys(receipt.campaign_aliases).length))}\n`);
  if (receipt.conversion) world.out(`${receipt.conversion}\n`);
  world.out("\n");
  world.out(
    table(
      [
        { title: words.load },
        { title: words.file },
        { title: words.rowsTitle, align: "right" },
        { title: words.from },
        { title: words.to },
        { title: "sha-256" },
      ],
      receipt.loads.map((load) => [
        load.load_id,
        load.file,
        String(load.rows),
        load.from ?? "",
        load.to ?? "",
        load.sha256.slice(0, 12),
      ]),
    ),
  );
  world.out(`\n${receipt.sql}\n\n${words.data(receipt.data_version, receipt.engine, receipt.product)}\n`);
}
