import { ActionIcon, Button, CloseButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { CHANNELS } from "../../../model/channels.ts";
import { LostServer } from "../../api/client.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { FACT_WORDS } from "../mapping/fact-words.ts";
import type { PartProps } from "./part-props.ts";
import styles from "./settings.module.css";
import { type ChannelMoves, type Settings, settingsApi } from "./settings-api.ts";
import { useShownRows } from "./use-shown-rows.ts";

type Rule = Settings["channel_rules"][number];

const CONDITIONS = ["source", "medium", "campaign", "system"] as const;

/** Rules that stand before the built-in ones, and what they would move, while they are written. */
export function ChannelsPart({ saved, settings, change }: PartProps) {
  const { t } = useTranslation();
  const rules = settings.channel_rules;
  const list = useShownRows(rules);
  const put = (next: Rule[]) => change({ channel_rules: next });
  const replace = (at: number, rule: Rule) => put(rules.map((one, place) => (place === at ? rule : one)));
  const move = (at: number, by: number) => {
    const next = [...rules];
    const [rule] = next.splice(at, 1);
    if (rule) next.splice(at + by, 0, rule);
    put(next);
  };
  return (
    <div data-list="channel_rules">
      <datalist id="channels">
        {CHANNELS.map((channel) => (
          <option key={channel} value={channel} />
        ))}
      </datalist>
      <ol className={styles.rows}>
        {list.shown.map(({ row: rule, at }) => (
          <li key={at} className={styles.rule} data-rule={at}>
            <div className={styles.conditions}>
              {CONDITIONS.map((name) => (
                <label key={name}>
                  {t(`settings.conditions.${name}`)}
                  <input
                    className={styles.input}
                    spellCheck={false}
                    placeholder={t("settings.any")}
                    value={rule.when[name] ?? ""}
                    onChange={(event) => {
                      const { [name]: _, ...rest } = rule.when;
                      const text = event.target.value;
                      replace(at, { ...rule, when: text === "" ? rest : { ...rest, [name]: text } });
                    }}
                  />
                </label>
              ))}
              <label>
                {t("settings.to_channel")}
                <input
                  className={styles.input}
                  list="channels"
                  value={rule.channel}
                  onChange={(event) => replace(at, { ...rule, channel: event.target.value })}
                />
              </label>
            </div>
            <div className={styles.tools}>
              <ActionIcon
                variant="subtle"
                size="lg"
                disabled={at === 0}
                aria-label={t("settings.earlier", { number: at + 1 })}
                onClick={() => move(at, -1)}
              >
                ↑
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size="lg"
                disabled={at === rules.length - 1}
                aria-label={t("settings.later", { number: at + 1 })}
                onClick={() => move(at, 1)}
              >
                ↓
              </ActionIcon>
              <CloseButton
                size="lg"
                aria-label={t("settings.remove", { name: rule.channel || String(at + 1) })}
                onClick={() => {
                  list.removed(at);
                  put(rules.filter((_, place) => place !== at));
                }}
              />
            </div>
          </li>
        ))}
      </ol>
      {list.more && <div className={styles.more}>{list.more}</div>}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          list.added();
          put([...rules, { channel: "", when: {} }]);
        }}
      >
        {t("settings.add_rule")}
      </Button>
      {(rules.length > 0 || saved.channel_rules.length > 0) && <Moves rules={rules} />}
    </div>
  );
}

function isWhole({ channel, when }: Rule): boolean {
  return channel.trim() !== "" && Object.keys(when).length > 0;
}

/** What the rules as they stand here would move. */
function Moves({ rules }: { readonly rules: Settings["channel_rules"] }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(rules.filter(isWhole), 500);
  const query = useQuery({
    queryKey: ["channel-moves", JSON.stringify(settled)],
    queryFn: () => settingsApi.preview(settled),
    placeholderData: keepPreviousData,
  });
  const waiting = query.isFetching || JSON.stringify(settled) !== JSON.stringify(rules.filter(isWhole));
  return (
    <section className={styles.moves} data-moves aria-live="polite" aria-busy={waiting}>
      <h3>{t("settings.moves")}</h3>
      {rules.some((rule) => !isWhole(rule)) && <p className={styles.effect}>{t("settings.rule_open")}</p>}
      {query.error && !(query.error instanceof LostServer) && <p className={styles.effect}>{query.error.message}</p>}
      {query.data && <MovesTable moves={query.data} old={waiting} />}
    </section>
  );
}

function MovesTable({ moves: { facts, unknown_loads: unknown }, old }: { moves: ChannelMoves; old: boolean }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const format = useFormat();
  const channel = useDimensionValue();
  const moved = facts.filter((fact) => fact.moved > 0);
  return (
    <div data-old={old}>
      {moved.length === 0 && <p className={styles.soft}>{t("settings.moves_nothing")}</p>}
      {moved.map(({ fact, rows, moved: count, moves }) => (
        <table key={fact} className={styles.table}>
          <caption>
            {t("settings.moved", {
              fact: FACT_WORDS[fact as keyof typeof FACT_WORDS]?.[language].name ?? fact,
              moved: format.whole(count),
              rows: format.whole(rows),
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("settings.from_channel")}</th>
              <th scope="col">{t("settings.to_channel")}</th>
              <th scope="col" className={styles.figure}>
                {t("settings.rows")}
              </th>
              <th scope="col" className={styles.figure}>
                {t("settings.sessions")}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ from, to, rows: each, sessions }) => (
              <tr key={`${from} ${to}`}>
                <td>{channel("channel", from)}</td>
                <td>{channel("channel", to)}</td>
                <td className={styles.figure}>{format.whole(each)}</td>
                <td className={styles.figure}>{sessions === null ? "–" : format.whole(sessions)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {unknown.length > 0 && (
        <p className={styles.soft}>{t("settings.unknown_loads", { loads: unknown.join(", ") })}</p>
      )}
    </div>
  );
}
