/** `1,234.50` */
export function american(value: number, places: number): string {
  const [whole = "0", part] = value.toFixed(places).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** `1.234,50` */
export function german(value: number, places: number): string {
  const [whole = "0", part] = value.toFixed(places).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return part === undefined ? grouped : `${grouped},${part}`;
}

export const sumOf = <T>(rows: Iterable<T>, value: (row: T) => number): number => {
  let sum = 0;
  for (const row of rows) sum += value(row);
  return sum;
};
