import type { DeriveStep } from "./derive-context.ts";
import { eachDim, insertDerived } from "./insert-derived.ts";

/** One row per event. */
export const eventEntry: DeriveStep = ({ buildNo }) => [
  insertDerived(
    "event_entry",
    buildNo,
    {
      event_id: "event_id",
      date: "day",
      event_name: "told_event_name",
      event_kind: "told_event_kind",
      topic: "told_topic",
      items_given: "items_given",
      talks_held: "talks_held",
      ...eachDim((dim) => `told_${dim}`),
      attributes: "attributes",
      load_no: "load_no",
      raw_row: "raw_row",
    },
    "FROM derive_event",
  ),
];
