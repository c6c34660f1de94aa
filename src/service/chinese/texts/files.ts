/** What can be wrong with a file, in Chinese; the key is the English text with numbered blanks. */
export const FILES: Readonly<Record<string, string>> = {
  "A quoted cell that begins in line {0} of {1} never ends.": "{1} 第 {0} 行开始的带引号单元格没有结束。",
  "Check that the file is the export itself and that its first rows were not cut off.":
    "请确认这是导出的原文件，且开头几行没有被删掉。",
  "Check that the file is the export itself and that its line ends were not lost.":
    "请确认这是导出的原文件，且换行没有丢失。",
  "Check that the file is there and that this user may read it.": "请确认文件存在，且当前用户有权读取。",
  "Check the export's filters and period, and export it again.": "请检查导出时的筛选条件和时段，然后重新导出。",
  "Check the file's permissions.": "请检查文件的访问权限。",
  "Check the path.": "请检查路径。",
  "Close the quote in that line, or export the file again.": "请在该行补上引号，或重新导出文件。",
  "Export it again and check that the export finished.": "请重新导出，并确认导出已完成。",
  "Export it as CSV; some systems call an HTML page .xls.": "请导出为 CSV；有些系统会把 HTML 网页存成 .xls。",
  "Export the data as CSV or XLSX and load that.": "请将数据导出为 CSV 或 XLSX 后再加载。",
  "Export the file again with one date format, or say which is right with --set dates=dmy or --set dates=mdy; the other rows are then quarantined.":
    "请用同一种日期格式重新导出，或用 --set dates=dmy 或 --set dates=mdy 说明以哪种为准；其余行将被隔离。",
  "Export the file again with one number format, or say which is right with --set numbers=point or --set numbers=comma; the other rows are then quarantined.":
    "请用同一种数字格式重新导出，或用 --set numbers=point 或 --set numbers=comma 说明以哪种为准；其余行将被隔离。",
  "Export the file again, or mend the quotes; nothing of it was loaded.": "请重新导出，或修正引号；文件内容均未加载。",
  "Export the file again.": "请重新导出文件。",
  "Give a JSON array of objects, an object that holds one, or one object per line.":
    "请提供对象组成的 JSON 数组、包含该数组的对象，或每行一个对象。",
  "Leave --set encoding out, or name the right one.": "请去掉 --set encoding，或填写正确的编码。",
  "Line {0} of {1} is longer than {2} MB: this is not a table of rows.":
    "{1} 第 {0} 行超过 {2} MB：这不是按行排列的表格。",
  "Load it into a workspace, or export it as CSV.": "请将它加载到工作区，或导出为 CSV。",
  'Load it on the server with "leadline load".': "请在服务器上用 “leadline load” 加载。",
  "Name the files in it, for example FOLDER/*.csv.": "请写出其中的文件，例如 FOLDER/*.csv。",
  "Name the source with --preset, or describe the file in a preset of your own (presets/<name>/preset.yaml in the workspace; see the mapping guide).":
    "请用 --preset 指明来源，或为该文件编写自己的预设（工作区中的 presets/<name>/preset.yaml，参见映射指南）。",
  "No source has the columns of {0}.": "没有任何来源具有 {0} 的这些列。",
  "{0} ({1} columns fit, fits)": "{0}（{1} 列吻合）",
  "{0} ({1} columns fit, misses {2})": "{0}（{1} 列吻合，缺少 {2}）",
  "{0} ({1} columns fit, may not have {2})": "{0}（{1} 列吻合，不应有 {2}）",
  "{0} ({1} columns fit, wants {2})": "{0}（{1} 列吻合，还要求 {2}）",
  "{0} ({1} columns fit, misses {2}, may not have {3})": "{0}（{1} 列吻合，缺少 {2}，不应有 {3}）",
  "{0} ({1} columns fit, misses {2}, wants {3})": "{0}（{1} 列吻合，缺少 {2}，还要求 {3}）",
  "No source has the columns of {0}. Nearest: {1}.": "没有任何来源具有 {0} 的这些列。最接近的是：{1}。",
  "Open it in Excel and save it as .xlsx or CSV UTF-8.": "请在 Excel 中打开，另存为 .xlsx 或 CSV UTF-8。",
  "Open it in Excel, save it again as .xlsx or as CSV UTF-8.": "请在 Excel 中打开，重新另存为 .xlsx 或 CSV UTF-8。",
  "Perhaps the file changed while it was read; load it again.": "文件可能在读取过程中被改动，请重新加载。",
  "Put {0} beside the file you load.": "请把 {0} 放在要加载的文件旁边。",
  "Rename or remove one of the two in the file, or export it again with the column once.":
    "请在文件中重命名或删除其中一列，或重新导出，使该列只出现一次。",
  "Save it as .xlsx or as CSV UTF-8.": "请另存为 .xlsx 或 CSV UTF-8。",
  "Say it with --set dates=dmy or --set dates=mdy.": "请用 --set dates=dmy（日/月）或 --set dates=mdy（月/日）说明。",
  "Say it with --set numbers=point (1,234.56) or --set numbers=comma (1.234,56).":
    "请用 --set numbers=point（1,234.56）或 --set numbers=comma（1.234,56）说明。",
  "Say which it is with --preset {0}.": "请用 --preset {0} 指明是哪一个。",
  "Take the columns {0} out to load it as an export of its own.": "若要作为独立的导出加载，请去掉这些列：{0}。",
  "The dates ({0}) can be read as day/month or as month/day, and nothing in the file tells which.":
    "日期（{0}）既可读作日/月，也可读作月/日，文件中没有任何线索。",
  'The file brings mended rows of the load "{0}", which does not count (any more).':
    "文件带来的是加载“{0}”的修正行，而该次加载已不计入。",
  "The file does not say it, so it is asked: {0}.": "文件中没有写明，因此需要您说明：{0}。",
  'The file has dates in two orders: "{0}" can only be day/month and "{1}" only month/day.':
    "文件中的日期有两种顺序：“{0}”只能是日/月，“{1}”只能是月/日。",
  'The file has numbers in two notations: "{0}" has a decimal point and "{1}" a decimal comma.':
    "文件中的数字有两种写法：“{0}”用小数点，“{1}”用小数逗号。",
  'The file holds only the {0} "{1}" where earlier data holds others, so only that {2} is replaced.':
    "文件只含 {0}“{1}”，而此前的数据还有其他的，因此只替换这一个 {2}。",
  "The header of {0} fits several sources equally well: {1}.": "{0} 的表头同时符合多个来源：{1}。",
  "The load broke off; nothing was changed.": "加载中断，没有任何改动。",
  "The load {0} was taken back before.": "加载 {0} 此前已撤回。",
  "The numbers ({0}) can be read as thousands or as decimals, and nothing in the file tells which.":
    "数字（{0}）既可读作千位分隔，也可读作小数，文件中没有任何线索。",
  "The export says that its data may be incomplete.": "导出文件注明其数据可能不完整。",
  "The export says it has {0} rows; {1} were found.": "导出文件注明有 {0} 行，实际找到 {1} 行。",
  'Two columns ({0} and {1}) are both called "{2}", and they do not hold the same thing for certain.':
    "有两列（第 {0} 列和第 {1} 列）都叫“{2}”，无法确定内容相同。",
  "Unpack it and load the file inside.": "请解压后加载其中的文件。",
  "Unpack it and load the files inside.": "请解压后加载其中的文件。",
  "Write for example --set currency=EUR.": "例如写 --set currency=EUR。",
  "Write for example --set timezone=Asia/Shanghai.": "例如写 --set timezone=Asia/Shanghai。",
  "Add --set {0}=VALUE.": "请加上 --set {0}=VALUE。",
  "{0} cannot be read as an Excel workbook: {1}.": "{0} 无法作为 Excel 工作簿读取：{1}。",
  "{0} cannot be read.": "{0} 无法读取。",
  "{0} cannot be read: {1}.": "{0} 无法读取：{1}。",
  "{0} cannot be read{1}: a cell goes on after its closing quote, or the file is damaged.":
    "{0} 无法读取{1}：单元格在右引号之后仍有内容，或文件已损坏。",
  "{0} does not exist.": "{0} 不存在。",
  "{0} has a header and no rows below it.": "{0} 只有表头，没有数据行。",
  '{0} has no column "{1}", by which the preset {2} looks up "{3}".': "{0} 没有“{1}”列，预设 {2} 要用它查找“{3}”。",
  "{0} has no row that could be the header of a table.": "{0} 中没有可作表头的行。",
  '{0} has no sheet "{1}".': "{0} 中没有工作表“{1}”。",
  "{0} has {1} rows, and {2} of them arrived.": "{0} 有 {1} 行，只到达了 {2} 行。",
  "{0} holds no list of records.": "{0} 中没有记录列表。",
  "{0} is a Parquet file, which this command cannot read.": "{0} 是 Parquet 文件，此命令无法读取。",
  "{0} is a folder.": "{0} 是文件夹。",
  "{0} is empty.": "{0} 是空的。",
  "{0} is larger than {1} MB.": "{0} 超过 {1} MB。",
  "{0} is not valid JSON ({1}).": "{0} 不是有效的 JSON（{1}）。",
  "{0} is not written in {1}: {2}.": "{0} 并非以 {1} 编码：{2}。",
  "{0} is {1}, not a table of rows.": "{0} 是 {1}，不是按行排列的表格。",
  "Rows of {0} were removed or added while it was loaded.": "加载期间 {0} 的行有增减。",
  "The upload is empty.": "上传的文件是空的。",
  "This upload is not there any more.": "该上传文件已不存在。",
  "Upload the file again.": "请重新上传文件。",
  "Send the file's bytes as the body.": "请把文件内容作为请求正文发送。",
  "Load the file {0} again to have it count.": "若要计入，请重新加载文件 {0}。",
};
