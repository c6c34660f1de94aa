/** What can be wrong with a comparison, a reconciliation, a hand-out or an audience, in Chinese. */
export const CHANNELS: Readonly<Record<string, string>> = {
  'Nothing is known of "{0}" in the period.': "该期间没有“{0}”的任何数据。",
  "Nothing is compared with --{0} {1}.": "--{0} 不支持 {1}。",
  "The period {0} begins after {1}.": "期间 {0} 的开始晚于 {1}。",
  "Take an earlier period.": "请选择更早的时段。",
  "There is no {0} to reconcile.": "没有可对账的 {0}。",
  "Nothing was handed out as {0}.": "没有名为 {0} 的分发批次。",
  "Nothing has been handed out yet.": "尚未分发过线索。",
  "Which leads?": "要分发哪些线索？",
  "Name their days with --period, or --again.": "请用 --period 指定日期范围，或使用 --again。",
  "Which list?": "要检查哪份名单？",
  "Give the file after the workspace.": "请在工作区之后给出文件。",
  "{0} has no column of e-mail addresses or SHA-256 hashes.": "{0} 中没有邮箱地址或 SHA-256 哈希列。",
  "Give one address or hash (64 hex digits) a line, or a CSV file with such a column.":
    "请每行给出一个邮箱地址或哈希（64 位十六进制），或提供含此列的 CSV 文件。",
  "Split the list and check its parts.": "请拆分名单后分别检查。",
  "There is a file {0} already.": "文件 {0} 已存在。",
  "Name another file, or add --force.": "请换一个文件名，或加 --force。",
  '"{0}" cannot name a list.': "“{0}”不能用作名单名称。",
  "Use letters, digits, blanks, - and _, at most 80 signs.": "请使用字母、数字、空格、- 和 _，最多 80 个字符。",
  'There is no suppression list "{0}".': "没有名为“{0}”的排除名单。",
  "leadline audience lists DIR shows them.": "可用 leadline audience lists DIR 查看全部名单。",
};
