import { Problem } from "../components/Problem.tsx";

/** What stands in a page's place when the page itself failed. */
export function Broken({ error }: { readonly error: unknown }) {
  return <Problem error={error instanceof Error ? error : new Error(String(error))} retry={() => location.reload()} />;
}
