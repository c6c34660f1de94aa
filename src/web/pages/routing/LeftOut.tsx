import { useTranslation } from "react-i18next";
import type { RoutedLeads } from "../../../api/app-types.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "../channels/channels.module.css";

/** Which leads of the period are not among those to hand out, and why. */
export function LeftOut({ left }: { readonly left: RoutedLeads["left"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { held_back: held, ...counts } = left;
  const lines = [
    ...(["handed_out", "repeated", "not_accepted", "no_rule"] as const)
      .filter((id) => counts[id] > 0)
      .map((id) => t(`routing.left.${id}`, { count: format.whole(counts[id]) })),
    ...held.map(({ reason, leads }) =>
      t("routing.left.held_back", { count: format.whole(leads), reason: t(`audience.reason.${reason}`) }),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <div data-section="left-out">
      <h3>{t("routing.left_title")}</h3>
      <ul className={styles.plain}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
