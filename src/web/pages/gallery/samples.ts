import type { AnswerRow, FormulaPart, State } from "../../../model/answer.ts";
import type { KpiUnit } from "../../../model/kpi.ts";
import type { KpiInfo } from "../../api/client.ts";
import type { CohortsAnswer, FunnelAnswer } from "../funnel/funnel-types.ts";

// A made-up team's figures, the same on every day, so that a picture of this page can be compared with an older one.

const pad = (n: number) => String(n).padStart(2, "0");
const monthOf = (i: number) => `${2025 + Math.floor(i / 12)}-${pad((i % 12) + 1)}`;
const lastDay = (i: number) => new Date(Date.UTC(2025, i + 1, 0)).getUTCDate();
const periodOf = (i: number) => ({ from: `${monthOf(i)}-01`, to: `${monthOf(i)}-${lastDay(i)}`, label: monthOf(i) });

/** A row of an answer: the value, and what else is said of it. */
export function sample(value: number | null, unit: KpiUnit = "count", rest: Partial<AnswerRow> = {}): AnswerRow {
  return {
    kpi: "leads",
    period: periodOf(20),
    by: {},
    value,
    state: value === null ? "no_data" : "ok",
    unit,
    definition: "leads@1",
    ...rest,
  };
}

/** The value of the month before, so many percent smaller. */
export function against(value: number, change: number): Partial<AnswerRow> {
  return { previous: { value: value / (1 + change), change, state: "ok", period: periodOf(19) } };
}

export const KPI: KpiInfo = {
  id: "leads",
  name: { en: "New leads", zh: "新线索" },
  definition: { en: "Persons entering stage lead in the period.", zh: "时段内进入线索阶段的人数。" },
  family: "funnel",
  formula: "lead_entries",
  unit: "count",
  better: "higher",
  goal_class: "performance",
  race: "act",
  timing: "leading",
  decisions: { en: [], zh: [] },
  version: 1,
  healthy: null,
  cohort: null,
  hash: "",
} as unknown as KpiInfo;

const WAVE = [402, 388, 431, 455, 447, 470, 512, 498, 530, 561, 549, 584];

/** Twelve months; `kind` is what happens in them. */
export function year(kind: "plain" | "so_far" | "gap"): AnswerRow[] {
  return WAVE.map((value, i) => {
    const shown = kind === "gap" && (i === 4 || i === 5) ? null : value;
    const last = i === WAVE.length - 1;
    return sample(shown, "count", {
      period: periodOf(i + 9),
      ...(shown !== null && { interval: [shown * 0.93, shown * 1.07] as const }),
      previous: { value: value * 0.86, change: 0.16, state: "ok", period: periodOf(i - 3 + 12) },
      ...(kind === "so_far" && last && { value: 301, interval: [270, 334] as const, state: "incomplete" as State }),
    });
  });
}

export const CHANNELS = ["Organic Search", "Paid Search", "Webinar", "Paid Social", "Email", "Content Syndication"];
const OF_CHANNEL = [171, 128, 96, 74, 61, 54];

/** Leads by channel, one too few to judge and one without a cost. */
export const byChannel: readonly AnswerRow[] = [
  ...CHANNELS.map((channel, i) =>
    sample(OF_CHANNEL[i] ?? 0, "count", {
      by: { channel },
      interval: [(OF_CHANNEL[i] ?? 0) * 0.84, (OF_CHANNEL[i] ?? 0) * 1.17],
    }),
  ),
  sample(null, "count", { by: { channel: "Partner" }, reason: { code: "no_source", text: "–" } }),
];
export const whole = sample(584, "count", { interval: [538, 633] });

/** A line each channel. */
export const channelYears: readonly (readonly AnswerRow[])[] = CHANNELS.map((_, at) =>
  WAVE.map((value, i) =>
    sample(Math.round((value * (OF_CHANNEL[at] ?? 0)) / 584), "count", { period: periodOf(i + 9) }),
  ),
);
/** What the bands of an area make up. */
export const sums: readonly AnswerRow[] = WAVE.map((_, i) =>
  sample(
    channelYears.reduce((all, rows) => all + (rows[i]?.value ?? 0), 0),
    "count",
    { period: periodOf(i + 9) },
  ),
);

/** Cost and rate of each channel for a scatter. */
export const points = CHANNELS.map((name, i) => ({
  name,
  slot: i,
  x: sample([22, 322, 70, 307, 117, 42][i] ?? null, "money"),
  y: sample([0.21, 0.16, 0.18, 0.09, 0.15, 0.08][i] ?? null, "ratio"),
}));

/** A share of months by channel; the last column is not whole yet. */
export const heatCell = (row: number, column: number): AnswerRow | undefined =>
  row === 4 && column === 2
    ? sample(null, "ratio")
    : sample(0.08 + ((row * 7 + column * 5) % 11) / 50, "ratio", column === 5 ? { state: "incomplete" } : {});

const funnelRow = (value: number, rest: Partial<AnswerRow> = {}) =>
  sample(value, "count", { ...against(value, 0.06), ...rest });
const rate = (value: number, n: number) =>
  sample(value, "ratio", { n, interval: [value * 0.86, value * 1.15], ...against(value, -0.03) });

/** A funnel of five stages. */
export const funnel: FunnelAnswer = {
  question: { mode: "period" } as FunnelAnswer["question"],
  notes: [],
  data_version: "",
  plan: {
    stages: (["lead", "mql", "sql", "opportunity", "won"] as const).map((stage) => ({
      stage,
      count: stage,
      beside: [],
    })),
    steps: (
      [
        ["lead", "mql"],
        ["mql", "sql"],
        ["sql", "opportunity"],
        ["opportunity", "won"],
      ] as const
    ).map(([from, to]) => ({ from, to, rate: `${from}_${to}`, velocity: `${from}_days` })),
    spans: [],
  },
  segments: [
    {
      by: {},
      rows: {
        lead: funnelRow(584),
        mql: funnelRow(241),
        sql: funnelRow(118),
        opportunity: funnelRow(83),
        won: funnelRow(21),
        lead_mql: rate(0.413, 584),
        mql_sql: rate(0.49, 241),
        sql_opportunity: rate(0.703, 118),
        opportunity_won: rate(0.253, 83),
        lead_days: sample(9, "days"),
        mql_days: sample(14, "days"),
        sql_days: sample(11, "days"),
        opportunity_days: sample(null, "days"),
      },
    },
  ],
  kpis: {},
};

const entered = (n: number) => sample(n);
const WINDOWS = [30, 60, 90, 180];

/** Cohorts of four months; the younger, the fewer windows have passed. */
export const cohorts: CohortsAnswer = {
  question: {} as CohortsAnswer["question"],
  notes: [],
  data_version: "",
  pair: { from: "lead", to: "mql", kpi: "lead_to_mql_rate", windowDays: 90 },
  pairs: [],
  windows: WINDOWS,
  lines: [0, 1, 2, 3].map((i) => ({
    period: periodOf(i + 15),
    entered: entered(380 + i * 31),
    cells: WINDOWS.map((window, w) => {
      const young = w > 3 - i;
      return sample(0.18 + w * 0.07 - i * 0.01, "ratio", {
        n: 380 + i * 31,
        ...(young && { state: "immature" as State, cohort: { window_days: window, days_elapsed: window - 12 } }),
      });
    }),
  })),
  whole: {
    period: periodOf(15),
    entered: entered(1706),
    cells: WINDOWS.map((_, w) => sample(0.18 + w * 0.07, "ratio", { n: 1706 })),
  },
  kpi: KPI,
};

const part = (
  kind: FormulaPart["kind"],
  name: string,
  en: string,
  zh: string,
  value: string,
  unit: KpiUnit,
): FormulaPart => ({
  kind,
  name,
  label: { en, zh },
  value,
  unit,
  state: "ok",
  parts: [],
});

/** Cost per lead, taken apart. */
export const formula: FormulaPart = {
  ...part("kpi", "cpl", "Cost per lead", "每线索成本", "148.68", "money"),
  op: "/",
  parts: [
    {
      ...part("kpi", "marketing_cost", "Marketing cost (full)", "营销总成本", "86829", "money"),
      parts: [
        {
          ...part(
            "measure",
            "total_marketing_cost",
            "Marketing cost, fully loaded",
            "全口径营销成本",
            "86829",
            "money",
          ),
          rows: 512,
        },
      ],
    },
    {
      ...part("kpi", "leads", "New leads", "新线索", "584", "count"),
      parts: [
        {
          ...part("measure", "lead_entries", "Persons entering stage lead", "进入线索阶段的人", "584", "count"),
          rows: 584,
        },
      ],
    },
  ],
};

const TREE = [
  ["sessions", "Sessions", "会话数", 21_900, "count"],
  ["traffic_to_lead_rate", "Traffic-to-lead rate", "访问到线索转化率", 0.0267, "ratio"],
  ["leads", "New leads", "新线索", 584, "count"],
  ["cpl", "Cost per lead", "每线索成本", 148.68, "money"],
  ["lead_to_mql_rate", "Lead-to-MQL rate", "线索到 MQL 转化率", 0.413, "ratio"],
  ["mqls", "Marketing-qualified leads", "营销合格线索", 241, "count"],
] as const;

/** What the tree of KPIs shows. */
export const treeRows: readonly AnswerRow[] = TREE.map(([kpi, , , value, unit]) =>
  sample(value, unit, { kpi, ...against(value, 0.04) }),
);
export const treeKpis: readonly KpiInfo[] = TREE.map(([id, en, zh]) => ({ ...KPI, id, name: { en, zh } }));
