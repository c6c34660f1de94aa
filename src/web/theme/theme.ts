import { createTheme, type MantineColorsTuple } from "@mantine/core";

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

/** Mantine in Leadline's colours and type; the tokens themselves stand in tokens.css. */
export const theme = createTheme({
  primaryColor: "sea",
  primaryShade: { light: 7, dark: 4 },
  colors: { sea },
  fontFamily: "var(--sans)",
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});
