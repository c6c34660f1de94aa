import type { Bilingual, BoardInfo } from "../../api/client.ts";

/** One page of a presentation: a group, or a part of one that is too long to be read from afar. */
export interface Slide {
  readonly name: Bilingual;
  readonly kpis: readonly string[];
}

/** KPIs of a page that can still be read across a meeting room. */
const MOST = 4;

/** The pages of a board: its groups, long ones in equal parts. */
export function slidesOf({ groups }: Pick<BoardInfo, "groups">): Slide[] {
  return groups.flatMap(({ name, kpis }) => {
    const parts = Math.ceil(kpis.length / MOST);
    const size = Math.ceil(kpis.length / parts);
    return Array.from({ length: parts }, (_, i) => ({ name, kpis: kpis.slice(i * size, (i + 1) * size) }));
  });
}
