/** A value under a short name inside `body`, so that its text stands in the statement once. */
export function bound(name: string, value: string, body: string): string {
  return `arrayMap(${name} -> ${body}, [${value}])[1]`;
}
