import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoutedLeads } from "../../../api/app-types.ts";
import { useFormat } from "../../app/use-format.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "../channels/channels.module.css";
import { channelsApi } from "../channels/channels-api.ts";
import { Choice } from "../funnel/Choice.tsx";

interface Props {
  readonly period: string;
  readonly lists: RoutedLeads["lists"];
  readonly opened: boolean;
  readonly close: () => void;
  readonly done: (handed: RoutedLeads) => void;
}

/** Asks once more before leads are handed out: that happens to a lead, and to a person, only once. */
export function HandOut({ period, lists, opened, close, done }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [list, setList] = useState("");
  const hand = useMutation({
    mutationFn: () => channelsApi.hand({ period, ...(list !== "" && { list }) }),
    onSuccess: done,
  });
  const count = lists.filter((one) => list === "" || one.list === list).reduce((sum, { leads }) => sum + leads, 0);
  return (
    <Dialog title={t("routing.hand_out")} opened={opened} close={close}>
      <p>{t("routing.sure")}</p>
      <div className={styles.row}>
        <Choice
          label={t("routing.which")}
          value={list}
          choices={[
            { id: "", name: t("routing.all_lists") },
            ...lists.map((one) => ({
              id: one.list,
              name: `${one.list} (${format.whole(one.leads)})`,
              lang: "" as const,
            })),
          ]}
          choose={setList}
        />
      </div>
      {hand.error && <Problem error={hand.error} retry={() => hand.mutate()} />}
      <Button loading={hand.isPending} disabled={count === 0} onClick={() => hand.mutate()}>
        {t("routing.hand_out_n", { count: format.whole(count) })}
      </Button>
    </Dialog>
  );
}
