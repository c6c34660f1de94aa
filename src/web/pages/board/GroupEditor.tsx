import { ActionIcon } from "@mantine/core";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type BoardDraft, moveKpi, removeGroup, removeKpi, spotOf, stepGroup, stepKpi } from "./board-draft.ts";
import styles from "./board-editor.module.css";
import { DRAGGED } from "./dragged.ts";
import { FINDER } from "./KpiFinder.tsx";

interface Props {
  readonly draft: BoardDraft;
  readonly at: number;
  readonly nameOf: (kpi: string) => string;
  /** `sentence` tells those who do not see it what became of the move. */
  readonly change: (draft: BoardDraft, sentence?: string) => void;
}

/** One group of a board: its name, and its KPIs to be dragged, moved by the arrow keys, or removed. */
export function GroupEditor({ draft, at, nameOf, change }: Props) {
  const { t } = useTranslation();
  /** Before which KPI a dragged one would come to stand. */
  const [over, setOver] = useState<number | null>(null);
  const group = draft.groups[at];
  if (!group) return null;
  const title = group.name || t("board.group_default");
  const rename = (part: { readonly name?: string; readonly other?: string }) =>
    change({ ...draft, groups: draft.groups.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  const step = (kpi: string, by: 1 | -1) => {
    const next = stepKpi(draft, kpi, by);
    const spot = spotOf(next, kpi);
    const within = spot ? next.groups[spot.group] : undefined;
    change(
      next,
      t("board.moved", {
        name: nameOf(kpi),
        place: (spot?.index ?? 0) + 1,
        all: within?.kpis.length ?? 0,
        group: within?.name || t("board.group_default"),
      }),
    );
    // A KPI that went into another group is a new element there: the focus goes along.
    requestAnimationFrame(() => document.getElementById(`move-${kpi}`)?.focus());
  };
  const drag = (index: number) => ({
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED)) return;
      event.preventDefault();
      event.stopPropagation();
      const box = event.currentTarget.getBoundingClientRect();
      setOver(event.clientY > box.top + box.height / 2 ? index + 1 : index);
    },
  });
  return (
    <fieldset
      className={styles.group}
      data-group={at}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(group.kpis.length);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null);
      }}
      onDrop={(event) => {
        event.preventDefault();
        const kpi = event.dataTransfer.getData(DRAGGED);
        const index = over ?? group.kpis.length;
        setOver(null);
        if (kpi) change(moveKpi(draft, kpi, { group: at, index }));
      }}
    >
      <legend className="visually-hidden">{title}</legend>
      <div className={styles.names}>
        <label>
          {t("board.group")}
          <input
            maxLength={120}
            placeholder={t("board.group_default")}
            value={group.name}
            onChange={(event) => rename({ name: event.target.value })}
          />
        </label>
        <label>
          {t("board.name_other")}
          <input maxLength={120} value={group.other} onChange={(event) => rename({ other: event.target.value })} />
        </label>
        <span className={styles.groupActions}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={at === 0}
            aria-label={t("board.group_up", { name: title })}
            onClick={() => change(stepGroup(draft, at, -1))}
          >
            ↑
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={at === draft.groups.length - 1}
            aria-label={t("board.group_down", { name: title })}
            onClick={() => change(stepGroup(draft, at, 1))}
          >
            ↓
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={draft.groups.length === 1}
            aria-label={t("board.group_remove", { name: title })}
            onClick={() => change(removeGroup(draft, at))}
          >
            ×
          </ActionIcon>
        </span>
      </div>
      {group.kpis.length === 0 && <p className={styles.empty}>{t("board.group_empty")}</p>}
      <ol className={styles.kpis}>
        {group.kpis.map((kpi, index) => (
          <li
            key={kpi}
            className={styles.kpi}
            data-kpi-row={kpi}
            data-over={over === index ? "before" : over === index + 1 && index === group.kpis.length - 1 ? "after" : ""}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(DRAGGED, kpi);
              event.dataTransfer.effectAllowed = "move";
            }}
            onDragEnd={() => setOver(null)}
            {...drag(index)}
          >
            <button
              type="button"
              id={`move-${kpi}`}
              className={styles.handle}
              aria-label={t("board.move", { name: nameOf(kpi) })}
              aria-keyshortcuts="ArrowUp ArrowDown"
              onKeyDown={(event) => {
                if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
                event.preventDefault();
                step(kpi, event.key === "ArrowUp" ? -1 : 1);
              }}
            >
              <svg width="1rem" height="1rem" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
                {[4, 8, 12].flatMap((y) => [6, 10].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.3" />))}
              </svg>
            </button>
            <span className={styles.kpiName}>{nameOf(kpi)}</span>
            <span className={styles.touch}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={40}
                tabIndex={-1}
                aria-hidden="true"
                onClick={() => step(kpi, -1)}
              >
                ↑
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={40}
                tabIndex={-1}
                aria-hidden="true"
                onClick={() => step(kpi, 1)}
              >
                ↓
              </ActionIcon>
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t("board.take_off", { name: nameOf(kpi) })}
              onClick={() => {
                const next = group.kpis[index + 1] ?? group.kpis[index - 1];
                change(removeKpi(draft, kpi), t("board.taken_off", { name: nameOf(kpi) }));
                requestAnimationFrame(() => document.getElementById(next ? `move-${next}` : FINDER)?.focus());
              }}
            >
              ×
            </ActionIcon>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
