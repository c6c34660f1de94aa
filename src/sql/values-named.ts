/** Of the values, those whose placeholder `{name:Type}` stands in the statement. */
export function valuesNamed(sql: string, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`{${name}:`)));
}
