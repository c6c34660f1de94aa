import { type ComponentType, type ReactNode, useEffect, useState } from "react";

/** A part of a page whose script comes when it is first shown, or before by `fetch`. */
export type LazyPart<Props> = ComponentType<Props & { readonly fallback?: ReactNode }> & {
  readonly fetch: () => Promise<unknown>;
};

/**
 * Unlike React's own `lazy`, a part whose script is there is drawn at once: React shows a fallback first and then holds back
 * what follows it for up to 300 ms. A script that does not come breaks the page that wanted it.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let there: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const fetch = () => {
    coming ??= load().then(
      (part) => (there = part),
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, when its module is read
  function Part({ fallback, ...props }: Props & { readonly fallback?: ReactNode }) {
    const [state, become] = useState<{ readonly error?: unknown }>({});
    useEffect(() => {
      if (there) return;
      let left = false;
      const now = (next: typeof state) => left || become(next);
      fetch().then(
        () => now({}),
        (error: unknown) => now({ error }),
      );
      return () => {
        left = true;
      };
    }, []);
    if (state.error) throw state.error;
    const Ready = there;
    return Ready ? <Ready {...(props as unknown as Props)} /> : fallback;
  }
  return Object.assign(Part, { fetch });
}
