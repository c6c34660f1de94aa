import type { Store } from "../../store/open-store.ts";

export interface LazyStore {
  /** Opens the state on first use; a failed opening is tried again by the next use. */
  readonly store: () => Promise<Store>;
  readonly close: () => Promise<void>;
}

/** Most commands need no state: its library is read when one does. */
async function open(dataDir: string, now: () => Date): Promise<Store> {
  const { openStore } = await import("../../store/open-store.ts");
  return openStore(dataDir, now);
}

/** The workspace's state, opened when it is first asked for. */
export function lazyStore(dataDir: string, now: () => Date): LazyStore {
  let opening: Promise<Store> | null = null;
  return {
    store() {
      opening ??= open(dataDir, now).catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    async close() {
      const opened = await opening?.catch(() => null);
      opening = null;
      await opened?.close();
    },
  };
}
