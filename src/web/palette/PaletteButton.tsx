import { ActionIcon } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { singleKey } from "../app/single-keys.ts";
import { lazyPart } from "../components/lazy-part.tsx";

const Palette = lazyPart(() => import("./Palette.tsx").then((module) => module.Palette));
const Keys = lazyPart(() => import("./Keys.tsx").then((module) => module.Keys));

const apple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Opens the palette, also by ⌘K or Ctrl+K; `?` shows the keys. Both are fetched when first wanted. */
export function PaletteButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const [wanted, setWanted] = useState({ palette: false, keys: false });
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (open) {
      before.current ??= document.activeElement;
      setWanted((known) => ({ ...known, [open]: true }));
    } else {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      before.current = null;
    }
  }, [open]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        setOpen((now) => (now === "palette" ? null : "palette"));
      } else if (singleKey(event) === "?") setOpen("keys");
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  const close = () => setOpen(null);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        aria-label={t("palette.open")}
        aria-keyshortcuts="Meta+K Control+K"
        title={t("palette.open_key", { key: apple ? "⌘K" : "Ctrl+K" })}
        onClick={() => setOpen("palette")}
      >
        <svg width="1.25rem" height="1.25rem" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="var(--ink-soft)" strokeWidth="1.7" />
          <path d="m15.5 15.5 5 5" stroke="var(--ink-soft)" strokeWidth="1.7" strokeLinecap="round" />
        </svg>
      </ActionIcon>
      {wanted.palette && <Palette opened={open === "palette"} close={close} showKeys={() => setOpen("keys")} />}
      {wanted.keys && <Keys opened={open === "keys"} close={close} />}
    </>
  );
}
