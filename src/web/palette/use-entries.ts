import { useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { catalogueQuestion } from "../app/catalogue-question.ts";
import { PAGES } from "../app/pages.ts";
import { keyOf, PERIOD_KEYS } from "../app/period-keys.ts";
import { carried } from "../app/search.ts";
import { useDimensionValue } from "../app/use-dimension-value.ts";
import { useFormat } from "../app/use-format.ts";
import { usePeriodText } from "../app/use-period-name.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import { channelNames } from "../i18n/channel-names.ts";
import { en } from "../i18n/en.ts";
import { setLanguage } from "../i18n/index.ts";
import { zh } from "../i18n/zh.ts";
import { exploreApi } from "../pages/explore/explore-api.ts";
import { searchOf } from "../pages/explore/saved-view.ts";
import type { Entry } from "./find-entries.ts";
import { typedPeriod } from "./typed-period.ts";

/** The parts of Channels beside the comparison. */
const CHANNEL_PARTS = ["accounts", "routing", "audience", "reconciliation"] as const;

export interface Action extends Entry {
  readonly run: () => void;
}

/** Everything the palette knows: pages, boards, views, KPIs, channels, periods, and what can be switched. */
export function useEntries(showKeys: () => void, search: string): readonly Action[] {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { boards } = useWorkspace();
  const channelName = useDimensionValue();
  const { setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const { data: kpis = [] } = useQuery(catalogueQuestion);
  const periodText = usePeriodText();
  const { compare = "previous" } = useSearch({ strict: false });
  const { data: kept } = useQuery({ queryKey: ["views"], queryFn: exploreApi.views });
  const { data: channels } = useQuery({
    queryKey: ["channel-names"],
    // A channel that is silent in the period is a channel all the same.
    queryFn: () => exploreApi.values("channel", { kpi: "leads", period: "last-12-months" }),
  });
  const typed = typedPeriod(search);
  const other = language === "zh" ? "en" : "zh";
  const action = (id: string, label: string, words: string, run: () => void): Action => ({
    id,
    group: "actions",
    label,
    words,
    run,
  });
  return [
    ...PAGES.map(({ id, to }) => ({
      id: `page-${id}`,
      group: "pages" as const,
      label: t(`nav.${id}`),
      words: `${en.nav[id]} ${zh.nav[id]}`,
      run: () => void navigate({ to, search: carried }),
    })),
    {
      id: "page-settings",
      group: "pages",
      label: t("settings.title"),
      words: `${en.settings.title} ${zh.settings.title}`,
      run: () => void navigate({ to: "/settings", search: carried }),
    },
    ...boards.map(({ id, name }) => ({
      id: `board-${id}`,
      group: "boards" as const,
      label: name[language],
      words: `${id} ${name[other]}`,
      run: () => void navigate({ to: "/boards/$board", params: { board: id }, search: carried }),
    })),
    ...kpis.map(({ id, name }) => ({
      id: `kpi-${id}`,
      group: "kpis" as const,
      label: name[language],
      words: `${id} ${name[other]}`,
      run: () => void navigate({ to: "/kpis/$kpi", params: { kpi: id }, search: carried }),
    })),
    ...(kept?.views ?? []).map((view) => ({
      id: `view-${view.id}`,
      group: "views" as const,
      label: view.name,
      words: view.query.kpis.join(" "),
      run: () =>
        void navigate({ to: "/explore", search: ({ lang }) => ({ ...searchOf(view), ...(lang && { lang }) }) }),
    })),
    ...(["tree", "measures"] as const).map((show) => ({
      id: `page-${show}`,
      group: "pages" as const,
      label: t(`kpis.show_${show}`),
      words: `${en.kpis[`show_${show}`]} ${zh.kpis[`show_${show}`]} ${en.nav.kpis} ${zh.nav.kpis}`,
      run: () => void navigate({ to: "/kpis", search: (before) => ({ ...carried(before), show }) }),
    })),
    ...CHANNEL_PARTS.map((part) => ({
      id: `page-${part}`,
      group: "pages" as const,
      label: t(`channels.tab.${part}`),
      words: `${en.channels.tab[part]} ${zh.channels.tab[part]} ${en.nav.channels} ${zh.nav.channels}`,
      run: () => void navigate({ to: `/channels/${part}`, search: carried }),
    })),
    ...(channels?.values ?? [])
      .filter(({ value }) => !/^\(|^$/.test(value))
      .map(({ value }) => ({
        id: `channel-${value}`,
        group: "channels" as const,
        label: channelName("channel", value),
        words: `${value} ${channelNames[value] ?? ""}`,
        run: () => void navigate({ to: "/channels/$channel", params: { channel: value }, search: carried }),
      })),
    ...Object.values(PERIOD_KEYS).map((period) => ({
      id: `period-${period}`,
      group: "periods" as const,
      label: t(`period.${period}`),
      words: `${period} ${en.period[period]} ${zh.period[period]}`,
      ...(keyOf(period) !== null && { hint: keyOf(period) ?? "" }),
      run: () => void navigate({ to: ".", search: (before) => ({ ...before, period }) }),
    })),
    ...(typed
      ? [
          {
            id: "period-typed",
            group: "periods" as const,
            label: periodText(typed),
            words: search,
            run: () => void navigate({ to: ".", search: (before) => ({ ...before, period: typed }) }),
          },
        ]
      : []),
    ...(["previous", "last-year"] as const)
      .filter((one) => one !== compare)
      .map((one) => ({
        ...action(
          `compare-${one}`,
          t(`compare.${one}`),
          `compare 对比 同比 环比 ${en.compare[one]} ${zh.compare[one]}`,
          () => void navigate({ to: ".", search: (before) => ({ ...before, compare: one }) }),
        ),
        hint: "x",
      })),
    action(
      "board",
      t("board.new"),
      `${en.board.new} ${zh.board.new} compose`,
      () => void navigate({ to: "/compose", search: carried }),
    ),
    action("language", other === "zh" ? "中文" : "English", "language 语言 english chinese", () => {
      void setLanguage(other, true);
      void navigate({ to: ".", search: (before) => ({ ...before, lang: other }), replace: true });
    }),
    ...(["light", "dark", "auto"] as const).map((scheme) =>
      action(`theme-${scheme}`, t(`palette.${scheme}`), `${en.palette[scheme]} ${zh.palette[scheme]} theme`, () =>
        setColorScheme(scheme),
      ),
    ),
    action(
      "gallery",
      t("palette.gallery"),
      `${en.palette.gallery} ${zh.palette.gallery} design`,
      () => void navigate({ to: "/gallery", search: carried }),
    ),
    action("copy", t("palette.copy_link"), `${en.palette.copy_link} ${zh.palette.copy_link} url share`, () => {
      void navigator.clipboard.writeText(location.href);
    }),
    { ...action("keys", t("palette.keys"), `${en.palette.keys} ${zh.palette.keys} help`, showKeys), hint: "?" },
  ];
}
