/** For a text that comes from a team's own files: marked as foreign to a Chinese page where it is in Latin letters. */
export const languageOf = (text: string): { readonly lang?: "en" } =>
  /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]*$/u.test(text) ? { lang: "en" } : {};
