import type { TFunction } from "i18next";
import type { Answer, KpiInfo } from "../../api/client.ts";
import type { Language } from "../../i18n/index.ts";
import type { TableWords } from "./data-table.ts";

interface Given {
  readonly title: string;
  readonly workspace: string;
  readonly link: string;
  readonly kpis: readonly KpiInfo[];
  readonly answer?: Pick<Answer, "question" | "notes" | "data_version"> | undefined;
}

/** What a sheet about the numbers says: the question, the definitions it rests on, the state of the data. */
export function aboutLines(given: Given, t: TFunction, language: Language, words: TableWords): [string, string][] {
  const { title, workspace, link, kpis, answer } = given;
  const { question, notes = [], data_version } = answer ?? {};
  const filters = Object.entries(question?.where ?? {}).map(
    ([dimension, values]) =>
      `${words.dimension(dimension)}: ${values.map((value) => words.value(dimension, value)).join(" | ")}`,
  );
  const lines: (readonly [string, string | undefined])[] = [
    [t("save.about.question"), title],
    [t("save.about.workspace"), workspace],
    [t("save.about.period"), question && t("save.about.days", { from: question.from, to: question.to })],
    [t("save.about.filters"), filters.join("; ")],
    [t("save.about.mode"), question && t(`save.about.${question.mode}_mode`)],
    [t("save.about.zone"), question?.timezone],
    [t("save.about.currency"), question?.currency],
    [t("save.about.as_of"), question?.asOf],
    [t("save.about.version"), data_version],
    [t("save.about.link"), link],
    [t("save.about.total"), question && t("save.about.totals")],
    ...kpis.map(
      (kpi) =>
        [
          kpi.name[language],
          t("save.about.formula", {
            definition: kpi.definition[language],
            formula: `${kpi.id} = ${kpi.formula}`,
            version: `${kpi.id}@${kpi.version}`,
          }),
        ] as const,
    ),
    ...notes.map((note) => [t("save.about.note"), note.text] as const),
  ];
  return lines.flatMap(([label, text]) => (text ? [[label, text] as [string, string]] : []));
}
