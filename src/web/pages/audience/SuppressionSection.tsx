import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { queries } from "../../app/queries.ts";
import { useFormat } from "../../app/use-format.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "../channels/channels.module.css";
import { channelsApi } from "../channels/channels-api.ts";
import { AddList } from "./AddList.tsx";

/** Who is suppressed by what is loaded and by rules, and the team's own lists. */
export function SuppressionSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<string | null>(null);
  const query = useQuery({ queryKey: ["suppression"], queryFn: channelsApi.suppression });
  const anew = () => {
    void queries.invalidateQueries({ queryKey: ["suppression"] });
    void queries.invalidateQueries({ queryKey: ["audience"] });
  };
  const drop = useMutation({
    mutationFn: channelsApi.dropList,
    onSuccess: () => {
      setLeaving(null);
      anew();
    },
  });
  const { data, error } = query;
  if (error && !(error instanceof LostServer)) return <Problem error={error} retry={() => void query.refetch()} />;
  if (!data) return null;
  return (
    <section className={styles.section} data-section="suppression">
      <h2>{t("audience.standing")}</h2>
      <p className={styles.soft}>{t("audience.standing_text")}</p>
      {data.standing.length === 0 ? (
        <p className={styles.soft}>{t("audience.no_standing")}</p>
      ) : (
        <table className={`${styles.table} ${styles.inset}`}>
          <caption className="visually-hidden">{t("audience.standing")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("audience.why")}</th>
              <th scope="col">{t("audience.people")}</th>
              <th scope="col">{t("audience.domains")}</th>
            </tr>
          </thead>
          <tbody>
            {data.standing.map(({ reason, people, domains }) => (
              <tr key={reason}>
                <th scope="row">{t(`audience.reason.${reason}`)}</th>
                <td>{format.whole(people)}</td>
                <td>{format.whole(domains)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.head}>
        <h3>{t("audience.lists")}</h3>
        <Button variant="default" size="compact-md" onClick={() => setAdding(true)}>
          {t("audience.add")}
        </Button>
      </div>
      {data.lists.length === 0 ? (
        <p className={styles.soft}>{t("audience.no_lists")}</p>
      ) : (
        <table className={`${styles.table} ${styles.inset}`}>
          <caption className="visually-hidden">{t("audience.lists")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("accounts.list")}</th>
              <th scope="col">{t("audience.people")}</th>
              <th scope="col">{t("audience.domains")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {data.lists.map(({ list, persons, domains }) => (
              <tr key={list}>
                <th scope="row" lang="">
                  {list}
                </th>
                <td>{format.whole(persons)}</td>
                <td>{format.whole(domains)}</td>
                <td>
                  <Button variant="subtle" size="compact-sm" onClick={() => setLeaving(list)}>
                    {t("audience.forget", { list })}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddList
        opened={adding}
        close={() => setAdding(false)}
        done={() => {
          setAdding(false);
          anew();
        }}
      />
      <Dialog
        title={t("audience.forget", { list: leaving ?? "" })}
        opened={leaving !== null}
        close={() => setLeaving(null)}
      >
        <p>{t("audience.forget_sure", { list: leaving ?? "" })}</p>
        {drop.error && <Problem error={drop.error} retry={() => leaving && drop.mutate(leaving)} />}
        <Button loading={drop.isPending} onClick={() => leaving && drop.mutate(leaving)}>
          {t("audience.forget", { list: leaving ?? "" })}
        </Button>
      </Dialog>
    </section>
  );
}
