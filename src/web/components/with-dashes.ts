/** Hyphens between words, as they are typed in the catalogue, as dashes. */
export const withDashes = (text: string) => text.replaceAll(" - ", " – ");
