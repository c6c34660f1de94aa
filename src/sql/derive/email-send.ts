import { MACHINE_SIGNALS } from "../../model/machine-signals.ts";
import { textList } from "../channel/text-literal.ts";
import type { DeriveContext, DeriveStep } from "./derive-context.ts";
import { type DerivedDimension, DIMS, insertDerived } from "./insert-derived.ts";
import { hash128 } from "./keys.ts";
import { isLoaded, standingEntities } from "./standing-rows.ts";

const FIGURES = [
  ...["sent", "delivered", "hard_bounces", "soft_bounces", "bounces", "unique_opens", "total_opens"],
  ...["machine_opens", "human_opens", "openers", "unique_clicks", "raw_clickers", "machine_clicks", "total_clicks"],
  ...["unsubscribes", "complaints"],
];
/** What gave the machines of a mailing away: `vendor_flag=12,privacy_relay=3`. */
const SIGNALS = ["machine_open_signals", "machine_click_signals"];
const DESCRIBED = ["external_id", "date", "program_type", ...DIMS, "attributes", "load_no", "raw_row"];

/** One row per mailing: its totals where a report gives them, else counted from its single events. */
export const emailSend: DeriveStep = (context) => {
  const dim = (name: DerivedDimension) =>
    name === "channel" ? "if(mailing.channel = '', 'Email', toString(mailing.channel))" : `mailing.${name}`;
  const sources = [
    ...(isLoaded("email_campaign", context.visible) ? [reported(context)] : []),
    ...(isLoaded("email_event", context.visible) ? [counted(context)] : []),
  ];
  return [
    insertDerived(
      "email_send",
      context.buildNo,
      {
        send_id: "mailing.external_id",
        ...Object.fromEntries(DIMS.map((name) => [name, dim(name)])),
        ...Object.fromEntries(
          ["date", "program_type", "attributes", ...FIGURES, ...SIGNALS, "load_no", "raw_row"].map((name) => [
            name,
            `mailing.${name}`,
          ]),
        ),
      },
      `FROM (\n${sources.join("\nUNION ALL\n")}\n) AS mailing`,
    ),
  ];
};

const REPORTED = [
  ...["sent", "delivered", "hard_bounces", "soft_bounces", "bounces", "unique_opens", "total_opens", "machine_opens"],
  ...["unique_clicks", "total_clicks", "unsubscribes", "complaints"],
];

/** What a report leaves out and its other figures tell is filled in; what they do not tell stays unknown. */
function reported({ visible }: DeriveContext): string {
  const bounced = "coalesce(bounces, hard_bounces + soft_bounces)";
  const human = "if(unique_opens - machine_opens IS NULL, NULL, greatest(unique_opens - machine_opens, 0))";
  const computed: Readonly<Record<string, string>> = {
    delivered: `coalesce(delivered, sent - ${bounced})`,
    bounces: `coalesce(${bounced}, sent - delivered)`,
    human_opens: human,
    openers: `greatest(coalesce(${human}, unique_opens), unique_clicks)`,
    raw_clickers: "unique_clicks",
    machine_clicks: "CAST(NULL, 'Nullable(Int64)')",
  };
  const figures = FIGURES.map((name) => `toNullable(toInt64(${computed[name] ?? name})) AS out_${name}`);
  const rows = standingEntities("email_campaign", visible, [...DESCRIBED, ...REPORTED]);
  const flagged = "if(ifNull(out_machine_opens, 0) > 0, concat('vendor_flag=', toString(out_machine_opens)), '')";
  return `SELECT ${described((name) => name)}, ${FIGURES.map((name) => `out_${name} AS ${name}`).join(", ")}, ${flagged} AS machine_open_signals, '' AS machine_click_signals
FROM (SELECT ${DESCRIBED.join(", ")}, ${figures.join(", ")} FROM (${rows}))`;
}

function described(expression: (name: string) => string): string {
  return DESCRIBED.map((name) => `${expression(name)} AS ${name}`).join(", ");
}

/**
 * Persons counted from events. A figure of which a connection has no event at all is not reported, rather than 0. Clicks
 * and openers are those of people; opens are all, with the persons whose opens are all machine-made beside them.
 */
function counted({ visible }: DeriveContext): string {
  const mailing = (id: string) => hash128("system", "connection", id);
  const isReported = isLoaded("email_campaign", visible)
    ? `WHERE ${mailing("campaign_id")} NOT IN (SELECT ${mailing("external_id")} FROM (${standingEntities("email_campaign", visible, ["system", "connection", "external_id"])}))`
    : "";
  const persons = (condition: string) => `uniqExactIf(event.person_key, ${condition})`;
  const is = (...types: readonly string[]) => `event.type IN (${types.map((type) => `'${type}'`).join(", ")})`;
  const has = (type: string) => `has(any(known.types), '${type}')`;
  const where = (known: string, count: string) => `if(${known}, toNullable(toInt64(${count})), NULL)`;
  const human = "event.signal = ''";
  const bounced = persons(is("hard_bounce", "soft_bounce", "bounce"));
  const bounces = `(${has("hard_bounce")} OR ${has("soft_bounce")} OR ${has("bounce")})`;
  const opens = persons(is("open"));
  const humanOpens = persons(`${is("open")} AND ${human}`);
  const clicks = persons(is("click"));
  const humanClicks = persons(`${is("click")} AND ${human}`);
  const figures: Readonly<Record<string, string>> = {
    sent: where(has("sent"), persons(is("sent"))),
    delivered: `multiIf(${has("delivered")}, toNullable(toInt64(${persons(is("delivered"))})), ${has("sent")} AND ${bounces}, toNullable(toInt64(${persons(is("sent"))}) - toInt64(${bounced})), NULL)`,
    hard_bounces: where(has("hard_bounce"), persons(is("hard_bounce"))),
    soft_bounces: where(has("soft_bounce"), persons(is("soft_bounce"))),
    bounces: where(bounces, bounced),
    unique_opens: where(has("open"), opens),
    total_opens: where(has("open"), `countIf(${is("open")})`),
    machine_opens: where(has("open"), `toInt64(${opens}) - toInt64(${humanOpens})`),
    human_opens: where(has("open"), humanOpens),
    openers: where(has("open"), persons(`${is("open", "click")} AND ${human}`)),
    unique_clicks: where(has("click"), humanClicks),
    raw_clickers: where(has("click"), clicks),
    machine_clicks: where(has("click"), `toInt64(${clicks}) - toInt64(${humanClicks})`),
    total_clicks: where(has("click"), `countIf(${is("click")} AND ${human})`),
    unsubscribes: where(has("unsubscribe"), persons(is("unsubscribe"))),
    complaints: where(has("complaint"), persons(is("complaint"))),
  };
  const told: Readonly<Record<string, string>> = {
    external_id: "event.campaign_id",
    date: `ifNull(minOrNullIf(event.date, ${is("sent", "delivered")}), min(event.date))`,
    attributes: "any(event.attributes)",
    load_no: "min(event.load_no)",
    raw_row: "min(event.raw_row)",
  };
  return `SELECT ${described((name) => told[name] ?? `anyIf(toString(event.${name}), event.${name} != '')`)}, ${FIGURES.map((name) => `${figures[name]} AS ${name}`).join(", ")}, any(machines.opens) AS machine_open_signals, any(machines.clicks) AS machine_click_signals
FROM (SELECT * FROM derive_mail_event ${isReported}) AS event
LEFT ANY JOIN (
  SELECT system, connection, groupUniqArray(type) AS types FROM derive_mail_event GROUP BY system, connection
) AS known ON known.system = event.system AND known.connection = event.connection
LEFT ANY JOIN (
${machinesBySignal()}
) AS machines ON machines.system = event.system AND machines.connection = event.connection AND machines.campaign_id = event.campaign_id
GROUP BY event.system, event.connection, event.campaign_id`;
}

/** Of each mailing the persons all of whose opens, or clicks, are machine-made, each under the first signal that told it. */
function machinesBySignal(): string {
  const list = (type: string) =>
    `arrayStringConcat(arraySort(groupArrayIf(concat(told, '=', toString(people)), type = '${type}')), ',')`;
  const told = `argMin(replaceRegexpAll(toString(signal), '[,=]', ' '), indexOf(${textList(MACHINE_SIGNALS)}, toString(signal)))`;
  return `  SELECT system, connection, campaign_id, ${list("open")} AS opens, ${list("click")} AS clicks
  FROM (
    SELECT system, connection, campaign_id, type, told, count() AS people
    FROM (
      SELECT system, connection, campaign_id, type, person_key, ${told} AS told
      FROM derive_mail_event WHERE type IN ('open', 'click')
      GROUP BY system, connection, campaign_id, type, person_key HAVING countIf(signal = '') = 0
    ) GROUP BY system, connection, campaign_id, type, told
  ) GROUP BY system, connection, campaign_id`;
}
