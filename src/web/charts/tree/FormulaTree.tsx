import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormulaPart } from "../../../model/answer.ts";
import { numberFormat } from "../../../model/format/kept-formats.ts";
import { carried, type Search } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { StateWord } from "../../components/StateWord.tsx";
import styles from "./formula-tree.module.css";

/** A part is opened narrowed to what the whole is narrowed to. */
const narrowed = ({ where, ...before }: Search & { readonly where?: string }) => ({
  ...carried(before),
  ...(where && { where }),
});

/** Levels that stand open at first. */
const OPEN = 2;

const SIGNS: Readonly<Record<string, string>> = { "/": "÷", "*": "×", "-": "−", "+": "+" };

/** A formula as a tree of its live parts: KPIs lead to their pages, measures show what the receipt says. */
export function FormulaTree({ part }: { readonly part: FormulaPart }) {
  return (
    <ul className={styles.tree}>
      <Node part={part} sign="" depth={0} />
    </ul>
  );
}

interface NodeProps {
  readonly part: FormulaPart;
  /** What joins it to the part before. */
  readonly sign: string;
  readonly depth: number;
}

function Node({ part, sign, depth }: NodeProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(depth < OPEN);
  const name = useName(part);
  const below = part.parts.length > 0;
  return (
    <li className={styles.node}>
      <div className={styles.line} data-part={part.kind}>
        <span className={styles.sign} aria-hidden={sign === ""}>
          {sign}
        </span>
        {below ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-label={t(open ? "tree.close" : "tree.open", { name })}
            onClick={() => setOpen(!open)}
          >
            <svg width="0.75rem" height="0.75rem" viewBox="0 0 12 12" aria-hidden="true">
              <path
                d={open ? "m2.5 4.5 3.5 3.5 3.5-3.5" : "m4.5 2.5 3.5 3.5-3.5 3.5"}
                fill="none"
                stroke="currentColor"
                strokeWidth="1.6"
              />
            </svg>
          </button>
        ) : (
          <span className={styles.toggle} />
        )}
        <span className={styles.name}>
          {part.kind === "kpi" && depth > 0 ? (
            <Link to="/kpis/$kpi" params={{ kpi: part.name }} search={narrowed} className={styles.link}>
              {name}
            </Link>
          ) : (
            name
          )}
          {part.back !== undefined && <span className={styles.soft}> {t("tree.back", { count: part.back })}</span>}
          {part.kind === "measure" && <Rows part={part} />}
        </span>
        <Value part={part} />
      </div>
      {part.reason && part.parts.length === 0 && <p className={styles.reason}>{part.reason.text}</p>}
      {below && open && (
        <ul className={styles.parts}>
          {part.parts.map((one, i) => (
            <Node
              // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in the formula's order
              key={i}
              part={one}
              sign={i > 0 && part.op ? (SIGNS[part.op] ?? part.op) : ""}
              depth={depth + 1}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function useName({ kind, name, label, op }: FormulaPart): string {
  const { t, i18n } = useTranslation();
  const { language } = useFormat();
  if (label) return label[language];
  if (kind === "operation") return t(`tree.operation.${OPERATIONS[op ?? name] ?? "compare"}`);
  if (kind === "function")
    return i18n.exists(`tree.function.${name}`) ? t(`tree.function.${name}` as "tree.function.median") : name;
  if (kind === "setting")
    return i18n.exists(`tree.setting.${name}`) ? t(`tree.setting.${name}` as "tree.setting.gross_margin") : name;
  return kind === "number" ? t("tree.number") : name;
}

const OPERATIONS: Readonly<Record<string, "sum" | "difference" | "product" | "quotient">> = {
  "+": "sum",
  "-": "difference",
  "*": "product",
  "/": "quotient",
};

function Rows({ part }: { readonly part: FormulaPart }) {
  const { t } = useTranslation();
  const { whole } = useFormat();
  if (part.cases)
    return (
      <span className={styles.soft}>
        {" "}
        {t("tree.cases", { finished: whole(part.cases.finished), open: whole(part.cases.open) })}
      </span>
    );
  if (part.rows === undefined || part.value === null) return null;
  return (
    <span className={styles.soft}>
      {" "}
      {t(part.rows === 1 ? "kpi.row_one" : "kpi.rows", { count: whole(part.rows) as never })}
    </span>
  );
}

function Value({ part }: { readonly part: FormulaPart }) {
  const format = useFormat();
  const number = part.value === null ? null : Number(part.value);
  if (number === null)
    return (
      <StateWord
        row={part.state === "ok" ? { state: "ok" } : { state: part.state, ...(part.reason && { reason: part.reason }) }}
      />
    );
  const plain = numberFormat(format.language === "zh" ? "zh-CN" : "en-US", { maximumSignificantDigits: 6 });
  return (
    <span className={styles.value} title={part.value ?? ""}>
      {part.unit ? format.value(number, part.unit) : plain.format(number)}
    </span>
  );
}
