/** A name, and where the name does not say it all, what it is. */
export interface Words {
  readonly name: string;
  readonly means?: string;
}

export type BilingualWords = Readonly<Record<"en" | "zh", Words>>;

/** Words in both languages. */
export const words = (en: string, zh: string, enMeans?: string, zhMeans?: string): BilingualWords => ({
  en: { name: en, ...(enMeans && { means: enMeans }) },
  zh: { name: zh, ...(zhMeans && { means: zhMeans }) },
});
