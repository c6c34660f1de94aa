/** The cells of one record; lenient: text after a closing quote belongs to the cell. */
export function splitCells(record: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let start = at;
    while (start < record.length && record[start] !== delimiter && (record[start] === " " || record[start] === "\t"))
      start += 1;
    if (record[start] === '"') {
      let text = "";
      let from = start + 1;
      let quote = record.indexOf('"', from);
      while (quote >= 0 && record[quote + 1] === '"') {
        text += record.slice(from, quote + 1);
        from = quote + 2;
        quote = record.indexOf('"', from);
      }
      const close = quote < 0 ? record.length : quote;
      text += record.slice(from, close);
      const next = record.indexOf(delimiter, close);
      const end = next < 0 ? record.length : next;
      const rest = record.slice(close + 1, end);
      cells.push(rest.trim() === "" ? text : text + rest);
      if (next < 0) return cells;
      at = next + 1;
    } else {
      const next = record.indexOf(delimiter, at);
      cells.push(next < 0 ? record.slice(at) : record.slice(at, next));
      if (next < 0) return cells;
      at = next + 1;
    }
  }
}

/** A cell as RFC 4180 writes it for a comma-delimited file. */
export function quoteCell(text: string): string {
  return /[",\r\n]|^[ \t]|[ \t]$|^\\N$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
