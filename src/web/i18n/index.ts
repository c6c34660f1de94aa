import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";

export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = "leadline.language";

/** One language's texts, fetched when it is first read in. */
const texts: Record<Language, () => Promise<ResourceLanguage[string]>> = {
  en: async () => (await import("./en.ts")).en,
  zh: async () => (await import("./zh.ts")).zh,
};

async function addTexts(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation"))
    i18next.addResourceBundle(language, "translation", await texts[language]());
}

/** The reader's choice, else nothing (then the workspace's language holds). */
export function keptLanguage(): Language | null {
  const kept = localStorage.getItem(KEPT);
  return kept === "en" || kept === "zh" ? kept : null;
}

/** Sets texts, number formats and the page's language. */
export async function setLanguage(language: Language, keep: boolean): Promise<void> {
  if (keep) localStorage.setItem(KEPT, language);
  await addTexts(language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  await i18next.changeLanguage(language);
}

export async function startTexts(language: Language): Promise<void> {
  if (i18next.isInitialized) return;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await texts[language]() } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}
