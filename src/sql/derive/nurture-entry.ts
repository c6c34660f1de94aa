import type { DeriveStep } from "./derive-context.ts";
import { DIMS, eachDim, firstSet, insertDerived } from "./insert-derived.ts";
import { OF_THE_PERSON } from "./participation-entry.ts";
import { isLoaded, standingHistory } from "./standing-rows.ts";
import { PERSON_COLUMNS, withPerson } from "./with-person.ts";

const KEPT = ["date", ...DIMS, "attributes", "load_no", "raw_row"];

/**
 * One row per person and nurture programme (its campaign where no programme is named) from the first engagement: a
 * response to it, or a mail of it that the person opened or clicked.
 */
export const nurtureEntry: DeriveStep = ({ buildNo, visible }) => {
  const touches = [...PERSON_COLUMNS, "kind", ...KEPT];
  const rows = [
    ...(isLoaded("touch", visible)
      ? [
          `SELECT person_key, ${KEPT.join(", ")} FROM (${withPerson(standingHistory("touch", visible, touches), touches)}) WHERE kind = 'nurture' AND attributes['responded'] != 'no'`,
        ]
      : []),
    ...(isLoaded("email_event", visible)
      ? [
          `SELECT person_key, ${KEPT.join(", ")} FROM derive_mail_event WHERE program_type = 'nurture' AND type IN ('open', 'click') AND signal = ''`,
        ]
      : []),
  ];
  const first = (column: string) => `argMin(row.${column}, (row.date, row.load_no, row.raw_row))`;
  const later = "arrayFilter(day -> day >= one.day, mql.days)";
  return [
    insertDerived(
      "nurture_entry",
      buildNo,
      {
        person_key: "one.person_key",
        date: "one.day",
        mql_days: `if(length(${later}) = 0, NULL, toInt64(arrayMin(${later}) - one.day))`,
        ...eachDim((dim) => firstSet(`one.told_${dim}`, ...(OF_THE_PERSON.has(dim) ? [`person.${dim}`] : []))),
        attributes: "one.attributes",
        excluded: "person.excluded",
        load_no: "one.load_no",
        raw_row: "one.raw_row",
      },
      `FROM (
  SELECT
    row.person_key AS person_key,
    min(row.date) AS day,
    ${DIMS.map((dim) => `${first(`${dim}`)} AS told_${dim}`).join(",\n    ")},
    ${["attributes", "load_no", "raw_row"].map((name) => `${first(name)} AS ${name}`).join(", ")}
  FROM (${rows.join("\n  UNION ALL\n  ")}) AS row
  GROUP BY row.person_key, if(row.program = '', toString(row.campaign), toString(row.program))
) AS one
LEFT ANY JOIN derive_person AS person ON person.person_key = one.person_key
LEFT ANY JOIN (
  SELECT person_key, groupArray(date) AS days FROM funnel_entry WHERE build_no = ${buildNo} AND stage = 'mql' GROUP BY person_key
) AS mql ON mql.person_key = one.person_key`,
    ),
  ];
};
