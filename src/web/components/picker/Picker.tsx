import { Combobox, useCombobox } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./picker.module.css";

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly group?: string;
  /** Small text beside the name: a number, a reason. */
  readonly note?: string | undefined;
  readonly disabled?: boolean;
}

interface Props {
  /** What the button says, and what the list is called. */
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly choose: (id: string) => void;
  /** The list stays open for more than one. */
  readonly several?: boolean;
  /** Given, the options are searched elsewhere. */
  readonly onSearch?: (text: string) => void;
  readonly onOpen?: () => void;
  readonly onClose?: () => void;
  /** Open from the beginning. */
  readonly startOpen?: boolean;
  readonly busy?: boolean;
  /** Stands under the options. */
  readonly foot?: string | undefined;
}

const matches = (text: string, { id, name, group = "" }: Option) => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = `${name} ${id} ${group}`.toLowerCase();
  return words.every((word) => all.includes(word));
};

/** A button that opens a list to search and choose from, by mouse or keyboard. */
export function Picker(props: Props) {
  const { label, children, className, options, chosen, choose, several = false, onSearch, onOpen, onClose } = props;
  const { startOpen = false, busy, foot } = props;
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const type = (given: string) => {
    setText(given);
    onSearch?.(given);
  };
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      box.focusTarget();
      type("");
      onClose?.();
    },
    onDropdownOpen: () => {
      onOpen?.();
      box.focusSearchInput();
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, when it appears
  useEffect(() => {
    if (startOpen) box.openDropdown();
  }, []);
  const shown = onSearch ? options : options.filter((option) => matches(text, option));
  const groups = Map.groupBy(shown, ({ group = "" }) => group);
  return (
    <Combobox
      store={box}
      keepMounted={false}
      withinPortal={false}
      width={320}
      position="bottom-start"
      shadow="md"
      onOptionSubmit={(id) => {
        choose(id);
        if (!several) box.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={className ?? styles.button}
          aria-label={label}
          aria-haspopup="listbox"
          onClick={() => box.toggleDropdown()}
        >
          {children}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={text}
          aria-label={t("explore.search", { what: label })}
          placeholder={t("explore.find")}
          onChange={(event) => {
            type(event.currentTarget.value);
            box.updateSelectedOptionIndex();
          }}
        />
        <Combobox.Options tabIndex={0} className={styles.options} aria-label={label} aria-multiselectable={several}>
          {[...groups].map(([group, members]) => {
            const list = members.map((option) => {
              const active = chosen.includes(option.id);
              return (
                <Combobox.Option
                  key={option.id}
                  value={option.id}
                  active={active}
                  aria-selected={active}
                  disabled={option.disabled ?? false}
                  className={styles.option}
                >
                  <span className={styles.tick} aria-hidden="true">
                    {active ? "✓" : ""}
                  </span>
                  <span className={styles.name}>{option.name}</span>
                  {option.note && <span className={styles.note}>{option.note}</span>}
                </Combobox.Option>
              );
            });
            return group === "" ? (
              list
            ) : (
              <Combobox.Group key={group} label={group}>
                {list}
              </Combobox.Group>
            );
          })}
          {shown.length === 0 && <Combobox.Empty>{busy ? t("explore.loading") : t("explore.nothing")}</Combobox.Empty>}
        </Combobox.Options>
        {foot && <Combobox.Footer className={styles.foot}>{foot}</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  );
}
