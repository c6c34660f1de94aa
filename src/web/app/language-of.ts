/**
 * For a text that comes from a team's own files: marked as foreign to a Chinese page where it is in Latin letters, and as
 * of no known language where it is in letters that neither language writes.
 */
export const languageOf = (text: string): { readonly lang?: "en" | "" } => {
  if (/^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]*$/u.test(text)) return { lang: "en" };
  const isOther = /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Common}]/u.test(text);
  return isOther ? { lang: "" } : {};
};
