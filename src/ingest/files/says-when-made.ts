/** Words before the day on which a file was made, or its data last renewed. */
const MADE = [
  /\b(?:made|produced|run|taken|extracted|retrieved|printed|generated|created|exported|downloaded|updated|refreshed) (?:on|at|by|date|time)\b/i,
  /generat|exported|downloaded|printed|creation|\bcreated\b|export(?:ed)?[ _]?(?:date|time)|download[ _]?(?:date|time)|as of\b|last (?:completed|updated?|refresh)/i,
  /erstell|exportiert|exportdatum|heruntergeladen|gedruckt|druckdatum|aktualisiert|\bstand\b/i,
  /\bgénéré|\bcréée? le|\bexporté|\bgenerado|\bcreado|\bexportado|\bdescargado/i,
  /(?:创建|生成|导出|下载|打印|制表|更新|刷新|截止|截至)(?:时间|日期|于|时|日|到)?|建立時間|匯出時間|產生時間/,
];

/** Whether a line above a table says when the file was made, which is nothing about the days that it covers. */
export function saysWhenMade(line: string): boolean {
  return MADE.some((words) => words.test(line));
}
