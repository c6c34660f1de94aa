import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./section-nav.module.css";

interface Props {
  readonly parts: readonly { readonly id: string; readonly name: string }[];
}

export const anchorOf = (id: string) => `part-${id}`;

/** The page's parts as links that stay in sight, on a phone as a list to choose from; the one being read is marked. */
export function SectionNav({ parts }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const current = useCurrentPart(parts.map(({ id }) => id));
  const go = (id: string) =>
    void navigate({ to: ".", search: ((kept: object) => kept) as never, hash: anchorOf(id), replace: true });
  return (
    <nav className={styles.nav} aria-label={t("settings.sections")}>
      <ul className={styles.links}>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <a
              href={`#${anchorOf(id)}`}
              className={styles.link}
              aria-current={id === current ? "location" : undefined}
              onClick={(event) => {
                event.preventDefault();
                go(id);
              }}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <select
        className={styles.select}
        aria-label={t("settings.sections")}
        value={current}
        onChange={(event) => go(event.target.value)}
      >
        {parts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </nav>
  );
}

/** From the top of the window: where a part that is being read has begun. */
const READ_FROM = 120;

/** The last part that has begun, at the page's end the last of all; an address that names a part leads to it at first. */
function useCurrentPart(ids: readonly string[]): string {
  const [current, setCurrent] = useState(ids[0] ?? "");
  const listed = ids.join();
  useEffect(() => {
    const parts = listed.split(",").flatMap((id) => document.getElementById(anchorOf(id)) ?? []);
    const idOf = (part: HTMLElement | undefined) => part?.id.replace(/^part-/, "") ?? "";
    const look = () => {
      const { scrollHeight } = document.documentElement;
      const atEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= scrollHeight - 2;
      const begun = parts.findLast((part) => part.getBoundingClientRect().top <= READ_FROM);
      const wanted = parts.find(({ id }) => id === location.hash.slice(1));
      // Parts at the end of the page cannot come up to its top: the one that was asked for counts.
      const seen = atEnd && wanted && wanted.getBoundingClientRect().top < window.innerHeight ? wanted : undefined;
      setCurrent(idOf(seen ?? (atEnd ? parts.at(-1) : (begun ?? parts[0]))));
    };
    parts.find(({ id }) => id === location.hash.slice(1))?.scrollIntoView();
    look();
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    window.addEventListener("hashchange", look);
    return () => {
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
      window.removeEventListener("hashchange", look);
    };
  }, [listed]);
  return current;
}
