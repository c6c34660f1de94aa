import { STAGES } from "../../model/stages.ts";
import type { DeriveContext, DeriveStep } from "./derive-context.ts";
import { exclusionRules } from "./exclusion-rules.ts";
import { eachDim, insertDerived } from "./insert-derived.ts";
import { DEAL_EVIDENCE, type Happening, place } from "./order-entries.ts";

/**
 * One row per person, journey and stage. The true day of a stage is the earliest of its own first entry and the true day of
 * the next stage, so that skipped and reversed stages get a day, which is flagged as inferred.
 */
export const funnelEntry: DeriveStep = (context) => [
  insertDerived(
    "funnel_entry",
    context.buildNo,
    {
      person_key: "journey.person_key",
      journey: "journey.journey",
      stage: `arrayElement([${STAGES.map((stage) => `'${stage}'`).join(", ")}], stage_no)`,
      date: "entry.1",
      inferred: "entry.2 != stage_no OR entry.3 = 'inferred'",
      evidence: "if(entry.2 != stage_no, 'inferred', entry.3)",
      ...eachDim((dim) => `person.${dim}`),
      attributes: "person.attributes",
      need: "person.need",
      budget: "person.budget",
      authority: "person.authority",
      fit: "person.fit",
      lead_date: reached("lead"),
      mql_date: reached("mql"),
      sql_date: reached("sql"),
      opportunity_date: reached("opportunity"),
      won_date: reached("won"),
      lost_date: "journey.lost_date",
      demo_date: "journey.demo_date",
      demo_held_date: "journey.demo_held_date",
      excluded: excludedJourney(context),
      load_no: "entry.4",
      raw_row: "entry.5",
    },
    `FROM (${journeys()}) AS journey
LEFT ANY JOIN derive_person AS person ON person.person_key = journey.person_key
ARRAY JOIN arrayEnumerate(journey.stages) AS stage_no, journey.stages AS entry
SETTINGS optimize_aggregation_in_order = 1, join_algorithm = 'full_sorting_merge,hash'`,
  ),
];

function reached(stage: (typeof STAGES)[number]): string {
  return `if(length(journey.stages) >= ${place(stage)}, journey.stages[${place(stage)}].1, NULL)`;
}

/** People of a firm that was a customer before they became a lead are no new business. */
function excludedJourney({ workspace: { exclusions } }: DeriveContext): string {
  const customer = exclusionRules.customer(exclusions);
  if (customer === undefined) return "person.excluded";
  const id = customer.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  return `multiIf(person.excluded != '', person.excluded, ifNull(person.customer_since < journey.stages[1].1, 0), '${id}', '')`;
}

/**
 * Per person and journey the entry (day, stage it belongs to, evidence, provenance) that dates each stage reached. What a
 * deal says about a stage counts only where no stage entry does. An end that a later stage contradicts is none; nor
 * is a lost deal while another is open.
 */
function journeys(): string {
  const stageCount = STAGES.length;
  const days = (happening: Happening) =>
    `arrayMap(event -> event.1, arrayFilter(event -> event.2 = ${place(happening)}, events))`;
  const first = (happening: Happening) => `if(empty(${days(happening)}), NULL, arrayMin(${days(happening)}))`;
  const dealsLost = `if(empty(${days("deal_open")}) AND notEmpty(${days("deal_lost")}), [arrayMax(${days("deal_lost")})], [])`;
  return `
  SELECT
    person_key,
    journey,
    groupArray((date, happening, evidence, load_no, raw_row)) AS events,
    arrayFilter(event -> event.2 <= ${stageCount}, events) AS reported,
    arrayMap(event -> event.2, arrayFilter(event -> event.3 != '${DEAL_EVIDENCE}', reported)) AS own_stages,
    arraySort(arrayFilter(event -> event.3 != '${DEAL_EVIDENCE}' OR NOT has(own_stages, event.2), reported)) AS entries,
    arrayMap(
      stage_no -> arrayFirst(event -> event.2 >= stage_no, entries),
      arrayEnumerate(arrayResize([0], arrayMax(arrayMap(event -> event.2, entries))))
    ) AS stages,
    stages[-1].1 AS last_day,
    length(stages) = ${stageCount} AS is_won,
    arrayFilter(day -> day >= last_day, arrayConcat(${days("lost")}, ${days("recycled")}, ${dealsLost})) AS ends,
    if(is_won OR empty(ends), NULL, arrayMin(ends)) AS lost_date,
    ${first("demo")} AS demo_date,
    ${first("demo_held")} AS demo_held_date
  FROM derive_entry
  GROUP BY person_key, journey
  HAVING notEmpty(entries)
`;
}
