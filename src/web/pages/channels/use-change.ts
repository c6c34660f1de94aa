import { useNavigate } from "@tanstack/react-router";

type Change = Readonly<Record<string, string | undefined>>;

/** Changes the address in place; undefined takes a part out. `as: "step"` can be gone back from. */
export function useChange() {
  const navigate = useNavigate();
  return (change: Change, as: "choice" | "step" = "choice") =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, ...change }),
      replace: as === "choice",
      resetScroll: false,
    });
}
