import { Alert, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const sea: MantineColorsTuple = [
  "#edf5fa",
  "#d7e8f2",
  "#aed1e6",
  "#82b8d9",
  "#5da3ce",
  "#4594c6",
  "#2f83b7",
  "#1c6a99",
  "#12577f",
  "#064567",
];

/** The dark scheme of tokens.css; Mantine's own parts (menus, skeletons) would be neutral grey. */
const dark: MantineColorsTuple = [
  "#e6ecf4",
  "#c4cfdd",
  "#a2b0c6",
  "#6d7f9c",
  "#2b3a52",
  "#22304a",
  "#172336",
  "#121d2d",
  "#0f1826",
  "#0b121d",
];

/** Mantine in Leadline's colours and type; the tokens themselves stand in tokens.css. */
export const theme = createTheme({
  primaryColor: "sea",
  primaryShade: 7,
  colors: { sea, dark },
  fontFamily: "var(--sans)",
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Alert: Alert.extend({
      vars: () => ({
        root: {
          "--alert-bg": "color-mix(in srgb, var(--bad) 6%, var(--surface))",
          "--alert-color": "var(--bad)",
          "--alert-bd": "1px solid color-mix(in srgb, var(--bad) 22%, var(--surface))",
        },
      }),
    }),
  },
});

const ours = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--sunken)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--ghost)",
};

/** Mantine's surfaces and texts take the tokens, in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
