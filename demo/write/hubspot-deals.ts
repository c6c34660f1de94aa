import { type Minute, minuteOf, stampOf } from "../calendar.ts";
import { SALES_STAGES } from "../simulate/deals.ts";
import { firstExportDay } from "../simulate/simulate.ts";
import type { Deal, World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";

const STAGES = [...SALES_STAGES, "Closed Won", "Closed Lost"];
const PIPELINES = ["Sales Pipeline", "Renewals"] as const;
const TYPES: Readonly<Record<Deal["type"], string>> = {
  new: "New Business",
  expansion: "Existing Business",
  renewal: "Renewal",
};

const pipelineOf = (deal: Deal): (typeof PIPELINES)[number] =>
  deal.type === "renewal" ? "Renewals" : "Sales Pipeline";

function row(deal: Deal, cut: Minute): Cell[] {
  const stages = deal.stages.filter((stage) => stage.at <= cut);
  const entered = new Map(stages.map((stage) => [`${stage.stage} (${pipelineOf(deal)})`, stage.at]));
  return [
    deal.id,
    deal.name,
    pipelineOf(deal),
    stages.at(-1)?.stage ?? SALES_STAGES[0],
    deal.amount === null ? "" : deal.amount.toFixed(2),
    deal.currency,
    deal.owner,
    stampOf(deal.created),
    stampOf(deal.close),
    deal.company.id,
    deal.people.map((person) => person.id).join(";"),
    TYPES[deal.type],
    ...PIPELINES.flatMap((pipeline) =>
      STAGES.map((stage) => {
        const at = entered.get(`${stage} (${pipeline})`);
        return at === undefined ? "" : stampOf(at);
      }),
    ),
  ];
}

/** Two full exports of the deals of both pipelines. */
export function writeDeals(world: World): OutFile[] {
  return [
    { name: "hubspot-deals-1.csv", cut: minuteOf(firstExportDay(world.today), 23, 59) },
    { name: "hubspot-deals-2.csv", cut: minuteOf(world.last, 23, 59) },
  ].map(({ name, cut }) =>
    delimited(`exports/hubspot/${name}`, {
      header: [
        "Record ID",
        "Deal Name",
        "Pipeline",
        "Deal Stage",
        "Amount",
        "Currency",
        "Deal owner",
        "Create Date",
        "Close Date",
        "Associated Company IDs",
        "Associated Contact IDs",
        "Deal Type",
        ...PIPELINES.flatMap((pipeline) => STAGES.map((stage) => `Date entered "${stage} (${pipeline})"`)),
      ],
      rows: world.deals.filter((deal) => deal.created <= cut).map((deal) => row(deal, cut)),
    }),
  );
}
