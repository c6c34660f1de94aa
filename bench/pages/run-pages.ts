import { existsSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../../test/support/browser.ts";
import { machine } from "../lib/machine.ts";
import { type Chapter, DATA, table } from "../lib/results.ts";
import { runMeasured } from "../lib/run-measured.ts";
import { median, quantile } from "../lib/sample.ts";
import { barePage } from "./bare-page.ts";
import { serveSite } from "./serve-site.ts";
import { type Came, type Visit, visitPages, WAY } from "./visit.ts";

const ROUNDS = 7;
const LARGE = 20_000_000;
const command = join(import.meta.dirname, "../../bin/leadline.js");

interface Measured {
  readonly visits: readonly Visit[];
  readonly bare: readonly number[];
}

/** Times the web page in Chromium, on the demo company and on twenty million sessions. */
export async function runPages(): Promise<Chapter> {
  const demo = join(DATA, "demo");
  if (!existsSync(join(demo, "leadline.yaml"))) await runMeasured([command, "demo", demo]);
  await runMeasured([join(import.meta.dirname, "../board/first-answer.ts"), String(LARGE), "leadline"]);
  const browser = await launchBrowser();
  const sites: [string, Measured][] = [];
  for (const [name, dir] of [
    ["demo", demo],
    ["20 M sessions", join(DATA, `ws-${LARGE}`)],
  ] as const)
    sites.push([name, await measureSite(browser, dir)]);
  const version = browser.version();
  await browser.close();
  return {
    text: [
      "## The web page",
      TEXT,
      table(
        ["", ...sites.map(([name]) => name)],
        [
          [
            "board with all its numbers, ms",
            ...sites.map(([, { visits }]) => spread(visits.map(({ board }) => board))),
          ],
          ["the board's answer in the same browser without a page, ms", ...sites.map(([, { bare }]) => spread(bare))],
          ...Object.keys(WAY).flatMap((page) => [
            ...rowsOf(sites, page, "pages", "first time"),
            ...rowsOf(sites, page, "again", "again"),
          ]),
          [
            "script for the board, KB compressed",
            ...sites.map(([, { visits }]) => kilobytes(visits.map(({ script }) => script))),
          ],
          [
            "script of all other pages with the charts, fetched when the board rests, KB compressed",
            ...sites.map(([, { visits }]) => kilobytes(visits.map(({ otherScript }) => otherScript))),
          ],
          [
            "questions asked by the board",
            ...sites.map(([, { visits }]) => most(visits.map(({ questions }) => questions))),
          ],
        ],
      ),
    ].join("\n\n"),
    measured: `${machine()}; Chromium ${version}, Node ${process.versions.node}; ${ROUNDS} rounds, each in a fresh profile`,
  };
}

async function measureSite(browser: Awaited<ReturnType<typeof launchBrowser>>, dir: string): Promise<Measured> {
  const site = await serveSite(dir);
  const visits: Visit[] = [];
  const bare: number[] = [];
  await visitPages(browser, site.url);
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await barePage(browser, site.url));
    visits.push(await visitPages(browser, site.url));
  }
  await site.stop();
  return { visits, bare };
}

/** How long a page took; where parts below the first screen took longer than what is in view, that too. */
function rowsOf(
  sites: readonly (readonly [string, Measured])[],
  page: string,
  visit: "pages" | "again",
  told: string,
): string[][] {
  const times = (until: keyof Came) =>
    sites.map(([, { visits }]) => visits.map((each) => each[visit][page]?.[until] ?? Number.NaN));
  const [seen, end] = [times("seen"), times("whole")];
  const further = end.some((values, site) => median(values) > median(seen[site] ?? []) + 1);
  return [
    [`to ${page}, ${told}, ms`, ...seen.map(spread)],
    ...(further ? [[`to ${page}, ${told}, with what is below the first screen, ms`, ...end.map(spread)]] : []),
  ];
}

const whole = (value: number): string => value.toFixed(0);
const spread = (values: readonly number[]): string =>
  `${whole(median(values))} (${whole(quantile(values, 0.25))}–${whole(quantile(values, 0.75))})`;
const most = (values: readonly number[]): string => whole(Math.max(...values));
const kilobytes = (bytes: readonly number[]): string => whole(Math.max(...bytes) / 1024);

const TEXT = `\`leadline serve\` and headless Chromium on the same machine. The board counts as there when every card has its
number; a page when nothing in view waits any more at 1440 × 900, and where parts further down come later, they stand in a row of
their own. The clock begins with the press on the link, in the instant the pointer reaches it. Each round opens a fresh profile (nothing cached in the browser), rests
three seconds on the board as a reader would, goes through all pages by their links without stopping, and then
through them again. Aims: board under 1 s on the demo company, page to
page under 200 ms, at most 250 KB of script before charts, one question for a board.`;
