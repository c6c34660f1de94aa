import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../components/Dialog.tsx";
import { Problem } from "../../components/Problem.tsx";
import { uploadFile } from "../../uploads/uploads-api.ts";
import styles from "../channels/channels.module.css";
import { channelsApi } from "../channels/channels-api.ts";

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  readonly done: () => void;
}

/** A named file of people or mail domains that should be held back from now on. */
export function AddList({ opened, close, done }: Props) {
  const { t } = useTranslation();
  const [list, setList] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const add = useMutation({
    mutationFn: async (chosen: File) => {
      const { upload } = await uploadFile(chosen, () => {}, false);
      return channelsApi.keepList(upload, list.trim());
    },
    onSuccess: () => {
      setList("");
      setFile(null);
      done();
    },
  });
  return (
    <Dialog title={t("audience.add")} opened={opened} close={close}>
      <TextInput
        label={t("audience.add_name")}
        value={list}
        maxLength={80}
        onChange={(event) => setList(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <Button variant="default" onClick={() => input.current?.click()}>
          {t("audience.add_file")}
        </Button>
        {file && <span lang="">{file.name}</span>}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t("audience.add_file")}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            event.target.value = "";
          }}
        />
      </div>
      {add.error && <Problem error={add.error} retry={() => file && add.mutate(file)} />}
      <Button loading={add.isPending} disabled={!file || list.trim() === ""} onClick={() => file && add.mutate(file)}>
        {t("audience.add")}
      </Button>
    </Dialog>
  );
}
