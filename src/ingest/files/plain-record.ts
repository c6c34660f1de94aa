/** A record as wide as the header and not the header, on one line, without odd quotes, whose first two cells say something. */
export function plainRecord(delimiter: string, width: number, header: string): RegExp | null {
  if (width < 2) return null;
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const apart = escaped(delimiter);
  const rest = `[^"${apart}\\r\\n]*`;
  const quoted = '[^"\\r\\n]*(?:""[^"\\r\\n]*)*"';
  const said = `(?:[^"${apart}\\x00-\\x20]${rest}|"[^"\\x00-\\x20]${quoted})`;
  const any = `(?:${rest}|"${quoted})`;
  return new RegExp(`(?!${escaped(header)}\\r?\\n)${said}${apart}${said}(?:${apart}${any}){${width - 2}}\\r?\\n`, "y");
}
