import { addMonths, type Day, firstOfMonth, type Minute, minuteOf, partsOf } from "../calendar.ts";
import { COUNTRIES, FAIR_DAYS, FAIRS, type Fair } from "../company.ts";
import type { Webinar } from "../world.ts";

export interface FairOccasion {
  readonly fair: Fair;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

const firstWeekday = (weekday: number, from: Day): Day => from + ((weekday - partsOf(from).weekday + 7) % 7);

/** The fairs that began and ended within the days. */
export function fairOccasions(start: Day, last: Day): FairOccasion[] {
  const years = Array.from({ length: partsOf(last).year - partsOf(start).year + 1 }, (_, i) => partsOf(start).year + i);
  return years
    .flatMap((year) =>
      FAIRS.map((fair) => {
        const from = firstWeekday(fair.weekday, firstOfMonth(year, fair.month) + fair.day - 1);
        return { fair, name: `${fair.name} ${year}`, from, to: from + FAIR_DAYS - 1 };
      }),
    )
    .filter(({ from, to }) => from >= start && to <= last)
    .sort((a, b) => a.from - b.from);
}

const PRODUCT = [
  "Füllstand ohne Fehlalarm: Radar im Silo",
  "Lotwerk Cloud live: vom Tank in die Leitwarte",
  "Ultraschall oder Radar? Auswahl in 30 Minuten",
  "ATEX-Zone 1: Messen, wo es zündet",
] as const;
const WORLD = [
  "Level measurement basics",
  "What a dry pump costs you",
  "Tank monitoring for remote sites",
  "Water loss: what utilities learned in ten years",
  "Foam, turbulence, steam: the hard cases",
  "Calibration without stopping the plant",
  "From sensor to maintenance plan",
  "Digital twins of storage tanks",
] as const;

/** Minutes for which somebody must have been there to be an attendee. */
export const MINIMUM_MINUTES = 5;

/** One webinar a month, in its second week: every third in German on Zoom, the others in English on ON24. */
export function webinarsOf(start: Day, last: Day): Webinar[] {
  const webinars: Webinar[] = [];
  let month = start;
  for (let i = 0; month <= last; i += 1, month = addMonths(start, i)) {
    const zoom = i % 3 === 1;
    const day = firstWeekday(zoom ? 3 : 4, month + 7);
    const starts: Minute = minuteOf(day, zoom ? 10 : 16, 0);
    const round = Math.floor(i / 3);
    webinars.push({
      id: zoom ? `${800 + i} ${4000 + i * 37} ${1200 + i * 91}` : String(4_012_300 + i),
      tool: zoom ? "zoom" : "on24",
      name: (zoom ? PRODUCT[round % PRODUCT.length] : WORLD[(i - round) % WORLD.length]) ?? "",
      topic: zoom ? "product" : "",
      starts,
      minutes: zoom ? 45 : 60,
      countries: zoom ? ["DE", "AT", "CH", "FR"] : COUNTRIES,
    });
  }
  // Who watches the recording has a week, so that the newest webinar is over by then.
  return webinars.filter(({ starts }) => starts < last * 1440);
}
