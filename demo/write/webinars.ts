import { dayOfMinute, isoOf, type Minute, partsOf, stampOf, utcOf } from "../calendar.ts";
import { COMPANY } from "../company.ts";
import { MINIMUM_MINUTES } from "../simulate/occasions.ts";
import type { Registration, Webinar, World } from "../world.ts";
import { type Cell, encode, type OutFile, record } from "./file.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** `05/12/2026 09:00:00 AM` */
function zoomTime(at: Minute): string {
  const { year, month, day } = partsOf(dayOfMinute(at));
  const hour = Math.floor((at % 1440) / 60);
  return `${two(month)}/${two(day)}/${year} ${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(at % 60)}:00 ${hour < 12 ? "AM" : "PM"}`;
}

/** One attendee report a webinar: sections below each other, one row a join. */
export function writeZoom(world: World): OutFile[] {
  return world.webinars
    .filter(({ tool }) => tool === "zoom")
    .map((webinar) => {
      const own = world.registrations.filter((one) => one.webinar === webinar);
      const ends = webinar.starts + webinar.minutes;
      const staff = (name: string, email: string): Cell[] => [
        "Yes",
        name,
        email,
        zoomTime(webinar.starts - 15),
        zoomTime(ends + 5),
        webinar.minutes + 20,
        "No",
        "DE",
      ];
      const titles = ["Attended", "User Name (Original Name)", "Email", "Join Time", "Leave Time"];
      const minutes = ["Time in Session (minutes)", "Is Guest", "Country/Region Name"];
      const attended = own.filter(({ joins }) => joins.length > 0).length;
      const lines: readonly (readonly Cell[])[] = [
        ["Attendee Report"],
        ["Report generated time", zoomTime(ends + 7 * 1440)],
        [
          "Topic",
          "Webinar ID",
          "Actual Start Time",
          "Actual Duration (minutes)",
          "# Registered",
          "# Cancelled",
          "Unique Viewers",
        ],
        [
          webinar.name,
          webinar.id,
          zoomTime(webinar.starts),
          webinar.minutes,
          own.length,
          own.filter(({ cancelled }) => cancelled).length,
          attended,
        ],
        ["Host Details"],
        [...titles, ...minutes],
        staff("Jana Köhler", `jana.koehler@${COMPANY.domain}`),
        ["Panelist Details"],
        [...titles, ...minutes],
        staff("Tobias Brandt", `tobias.brandt@${COMPANY.domain}`),
        ["Attendee Details"],
        [
          "Attended",
          "User Name (Original Name)",
          "First Name",
          "Last Name",
          "Email",
          "Phone",
          "Registration Time",
          "Approval Status",
          "Join Time",
          "Leave Time",
          ...minutes,
        ],
        ...own.flatMap((one) => {
          const who: Cell[] = [
            `${one.first} ${one.last}`,
            one.first,
            one.last,
            one.email.trim(),
            "",
            zoomTime(one.registered),
          ];
          return one.joins.length === 0
            ? [["No", ...who, one.cancelled ? "cancelled by self" : "approved", "--", "--", "--", "--", one.country]]
            : one.joins.map(({ from, to }) => [
                "Yes",
                ...who,
                "approved",
                zoomTime(from),
                zoomTime(to),
                to - from,
                "Yes",
                one.country,
              ]);
        }),
      ];
      return {
        path: `exports/webinars/zoom-attendees-${isoOf(dayOfMinute(webinar.starts))}.csv`,
        bytes: encode(`${lines.map((cells) => record(cells, ",")).join("\n")}\n`, "utf-8-bom"),
      };
    });
}

/** `2026-05-12T16:00:00+02:00` */
function stamped(at: Minute): string {
  const ahead = at - utcOf(at);
  return `${stampOf(at).replace(" ", "T")}:00+${two(ahead / 60)}:00`;
}

/** Live minutes of one line of ON24: its joins added up. */
export const liveMinutes = (one: Registration): number => one.joins.reduce((sum, { from, to }) => sum + (to - from), 0);

/** What the API answers: all events, and the attendees of each year's events. */
export function writeOn24(world: World): OutFile[] {
  const webinars = world.webinars.filter(({ tool }) => tool === "on24");
  const year = ({ starts }: Webinar): number => partsOf(dayOfMinute(starts)).year;
  const json = (name: string, content: unknown): OutFile => ({
    path: `exports/webinars/${name}.json`,
    bytes: Buffer.from(`${JSON.stringify(content, null, 1)}\n`),
  });
  const first = webinars[0];
  const rehearsal =
    first === undefined
      ? []
      : [
          {
            eventid: Number(first.id) - 1,
            description: "Dry run",
            livestart: stamped(first.starts - 1440),
            liveend: stamped(first.starts - 1380),
            campaigncode: null,
            istestevent: "Y",
          },
        ];
  return [
    json("on24-events", {
      events: [
        ...rehearsal,
        ...webinars.map((webinar) => ({
          eventid: Number(webinar.id),
          description: webinar.name,
          livestart: stamped(webinar.starts),
          liveend: stamped(webinar.starts + webinar.minutes),
          campaigncode: null,
          istestevent: "N",
        })),
      ],
    }),
    ...[...Map.groupBy(webinars, year)].map(([label, own]) =>
      json(`on24-attendees-${label}`, {
        attendees: world.registrations
          .filter((one) => own.includes(one.webinar))
          .map((one) => {
            const live = liveMinutes(one);
            const [join] = one.joins;
            return {
              eventid: Number(one.webinar.id),
              eventuserid: one.id,
              email: one.email.trim(),
              firstname: one.first,
              lastname: one.last,
              company: one.person?.company?.name ?? "",
              jobtitle: one.person?.job ?? "",
              country: one.country,
              userstatus: live >= MINIMUM_MINUTES ? "Attended" : "No Show",
              // ON24 has no state for who signs off again; the team blocks them.
              isblocked: one.cancelled ? "Y" : "N",
              createtimestamp: stamped(one.registered),
              liveminutes: live,
              firstliveactivity: join === undefined ? null : stamped(join.from),
              archiveminutes: one.archive,
              firstarchiveactivity: one.watched === null ? null : stamped(one.watched),
              askedquestions: one.asked ? 1 : 0,
              answeredpolls: 0,
              answeredsurveys: 0,
              partnerref: null,
              campaigncode: null,
            };
          }),
      }),
    ),
  ];
}
