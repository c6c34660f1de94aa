import { Skeleton } from "@mantine/core";
import { type QueryKey, useIsFetching, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  /** What the part asks: where that is answered, it is drawn at once. */
  readonly asks: QueryKey;
  /** Pixels that it takes, about. */
  readonly height: number;
  readonly children: ReactNode;
}

/**
 * A part that stands below the first screen. It is drawn, and so asks, once everything above it is answered, or as soon as
 * it comes into view: what is read first need not share the engine and the browser with it.
 */
export function Below({ asks, height, children }: Props) {
  const answered = useQueryClient().getQueryData(asks) !== undefined;
  const [drawn, draw] = useState(answered);
  const waiting = useIsFetching() > 0;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (drawn || waiting) return;
    // After what has just been answered is on the screen.
    const timer = setTimeout(() => draw(true), 20);
    return () => clearTimeout(timer);
  }, [drawn, waiting]);
  useEffect(() => {
    if (drawn || place.current === null) return;
    const near = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) draw(true);
    });
    near.observe(place.current);
    return () => near.disconnect();
  }, [drawn]);
  if (drawn) return children;
  return (
    <div ref={place}>
      <Skeleton height={height} radius={12} mb={20} aria-busy="true" />
    </div>
  );
}
