/** More would turn away later exports that leave a column out; fewer would take in files of another kind. */
const ENOUGH = 6;

/** The fields by which files of a new layout are recognised: those that needed columns read, then further mapped ones. */
export function recognisingFields(
  fields: readonly string[],
  set: Readonly<Record<string, string>>,
  needed: readonly string[],
): string[] {
  const reads = (field: string, columns: readonly string[]): boolean =>
    columns.some((column) => set[column]?.includes(`[${field}]`) === true);
  const mapped = Object.keys(set).filter((column) => !column.startsWith("attributes."));
  const must = fields.filter((field) => reads(field, needed));
  const further = fields.filter((field) => !must.includes(field) && reads(field, mapped));
  const rest = fields.filter((field) => reads(field, Object.keys(set)));
  return [...new Set([...must, ...further, ...rest])].slice(0, Math.max(ENOUGH, must.length));
}
