import type { IsoDate, Question } from "../../model/question.ts";
import type { Moment } from "../plan.ts";
import type { Calendar } from "./calendar.ts";
import { lastYearStretch, previousStretch, type Stretch, upTo } from "./stretch.ts";

/** A span asked about with everything it is set against; what has not ended is set against as much of the other. */
export function momentOf(
  asked: Stretch,
  compare: Question["compare"],
  depth: number,
  asOf: IsoDate,
  calendar: Calendar,
): Moment {
  const data = upTo(asked, asOf);
  const compared = compare === undefined ? null : COMPARED[compare](data, calendar);
  return {
    asked,
    data,
    before: earlierOnes(data, depth, calendar),
    compared: compared === null ? null : { data: compared, before: earlierOnes(compared, depth, calendar) },
  };
}

const COMPARED: Readonly<Record<NonNullable<Question["compare"]>, typeof previousStretch>> = {
  previous: previousStretch,
  "last-year": lastYearStretch,
};

function earlierOnes(stretch: Stretch, depth: number, calendar: Calendar): readonly Stretch[] {
  const ones: Stretch[] = [];
  let last = stretch;
  for (let step = 0; step < depth; step++) {
    last = previousStretch(last, calendar);
    ones.push(last);
  }
  return ones;
}

/** Every span a moment needs, the asked one first. */
export function spansOf(moment: Moment): readonly Stretch[] {
  const { data, before, compared } = moment;
  return [data, ...(compared === null ? [] : [compared.data]), ...before, ...(compared?.before ?? [])];
}
