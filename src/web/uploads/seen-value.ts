/** A stored hash of an e-mail address, a name or a phone number, perhaps with the address's domain. */
const HASHED = /^[0-9a-f]{64}(@.*)?$/;

/** A value as people read it: hashes of personal data hidden, decimals without idle zeros. */
export function seenValue(value: string): string {
  const [hashed, domain] = HASHED.exec(value) ?? [];
  if (hashed !== undefined) return `•••••${domain ?? ""}`;
  return /^-?\d+\.\d*0$/.test(value) ? value.replace(/\.?0+$/, "") : value;
}

/** Whether a cell is kept apart as personal data: it is not shown and not changed here. */
export function isHashed(value: string): boolean {
  return HASHED.test(value);
}
