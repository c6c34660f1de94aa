/** What can be wrong with the workspace, its state and its warehouse, in Chinese; the key is the English text with numbered blanks. */
export const WORKSPACE: Readonly<Record<string, string>> = {
  "The demo company is opened on the machine that serves this page.": "示例公司只能在提供此页面的那台机器上打开。",
  "There, run: leadline demo --serve": "请在那台机器上运行：leadline demo --serve",
  "The demo company could not be opened: {0}": "示例公司无法打开：{0}",
  "Your own workspace is as it was. Try again, or run: leadline demo --serve":
    "您自己的工作区没有变化。请重试，或运行：leadline demo --serve",
  "A part was damaged or detached. Revert and load again the files of the last days, or restore a backup.":
    "有数据部分损坏或已脱离。请撤回并重新加载最近几天的文件，或恢复备份。",
  "Another process is loading into this warehouse, or was killed while it did.":
    "另一个进程正在向此数据仓库加载，或在加载时被终止。",
  "Change its settings in leadline.yaml, or name another folder.": "请在 leadline.yaml 中修改其设置，或换一个文件夹。",
  "Check that the disk is not full and the file may be written; the state is as it was before.":
    "请确认磁盘未满且文件可写；状态保持原样。",
  "Check that the file may be written and is whole; restore it from a backup if it is not.":
    "请确认文件可写且完整；否则请从备份恢复。",
  "Check that this user may write there and that the disk is not full or read-only.":
    "请确认当前用户有写入权限，且磁盘未满、不是只读。",
  "Check the warehouse's address, and that the server runs and can be reached from here.":
    "请检查数据仓库的地址，并确认服务器在运行且可以访问。",
  "Check user name and password of the warehouse.": "请检查数据仓库的用户名和密码。",
  "Close that one first, or use another process: the embedded engine holds one directory per process.":
    "请先关闭另一个，或使用其他进程：嵌入式引擎每个进程只能打开一个目录。",
  "Close the other Leadline (perhaps `leadline serve`), or wait until it is done, and try again.":
    "请关闭另一个 Leadline（可能是 `leadline serve`），或等它完成后再试。",
  "Elsewhere use WSL2 or Docker, or a ClickHouse server: `warehouse: { url: … }` in leadline.yaml.":
    "在其他系统上请使用 WSL2、Docker 或 ClickHouse 服务器：leadline.yaml 中的 `warehouse: { url: … }`。",
  "Free some space on the disk and try again; nothing half-written counts.":
    "请释放磁盘空间后再试；写了一半的内容不会计入。",
  "Free some space, or move the warehouse to a larger disk.": "请释放空间，或把数据仓库移到更大的磁盘。",
  "Grant the user CREATE, ALTER, DROP, TRUNCATE, SELECT and INSERT on the warehouse's database; docs/guide/server.md has every statement.":
    "请授予该用户对数据仓库数据库的 CREATE、ALTER、DROP、TRUNCATE、SELECT 和 INSERT 权限；各条语句见 docs/guide/server.md。",
  "If it is this workspace's own, put its file .leadline/key back from a backup.":
    "若它属于此工作区，请从备份恢复文件 .leadline/key。",
  "If this comes from a KPI or preset of your own, mend its expression; otherwise please report it.":
    "若来自您自己的指标或预设，请修正其表达式；否则请反馈此问题。",
  "Install the newer Leadline again, or restore a backup from before the upgrade.":
    "请重新安装较新的 Leadline，或恢复升级前的备份。",
  "Install the newer Leadline.": "请安装较新的 Leadline。",
  "It runs on Linux with glibc and on macOS, and is installed with `npm install chdb`. ":
    "它可在带 glibc 的 Linux 和 macOS 上运行，用 `npm install chdb` 安装。",
  "Let an administrator run `{0}` and grant {1} the rights on it that docs/guide/server.md lists.":
    "请管理员执行 `{0}`，并按 docs/guide/server.md 授予 {1} 相应权限。",
  'Make one with "leadline init {0}".': "请用 “leadline init {0}” 创建。",
  "Name a new folder for the demo.": "请为演示数据指定一个新文件夹。",
  "Name another database in leadline.yaml (`warehouse: { database: … }`) or none at all. ":
    "请在 leadline.yaml 中换一个数据库（`warehouse: { database: … }`），或不写。",
  "Open it again.": "请重新打开。",
  "Perhaps another process loads into the same warehouse; load the file again.":
    "可能有另一个进程正在向同一数据仓库加载；请重新加载文件。",
  "Put its leadline.yaml back, or name another folder.": "请恢复其 leadline.yaml，或换一个文件夹。",
  "Put the file back from a backup; with another key, people of earlier loads would not be recognised.":
    "请从备份恢复该文件；换用其他密钥，将无法识别以前加载的人。",
  "Put the file back from a backup; without it, later loads could bring people back.":
    "请从备份恢复该文件；没有它，以后的加载可能会重新带入已删除的人。",
  "The ClickHouse server cannot be reached: {0}": "无法连接 ClickHouse 服务器：{0}",
  'The ClickHouse server cannot be reached: "{0}" is not its http address.':
    "无法连接 ClickHouse 服务器：“{0}”不是其 http 地址。",
  "The ClickHouse server refused the login: {0}": "ClickHouse 服务器拒绝登录：{0}",
  "The ClickHouse user may not do this: {0}": "该 ClickHouse 用户无权执行此操作：{0}",
  "The embedded engine cannot be loaded on this machine ({0}-{1}).": "此机器（{0}-{1}）无法加载嵌入式引擎。",
  "The engine refused a statement: the parameter {0} has no value.": "引擎拒绝了一条语句：参数 {0} 没有值。",
  "The engine refused a statement: {0}": "引擎拒绝了一条语句：{0}",
  "The list of forgotten people is damaged.": "已删除人员的名单已损坏。",
  "The server has no database {0}, and {1} may not make it.": "服务器没有数据库 {0}，而 {1} 无权创建。",
  "The server still runs a statement of a Leadline that was killed.": "服务器仍在执行一个已被终止的 Leadline 的语句。",
  "The server's database holds the data of another workspace.": "服务器的数据库存放着另一个工作区的数据。",
  "The warehouse has been closed.": "数据仓库已关闭。",
  "The warehouse has too much to do right now: {0}": "数据仓库目前负载过高：{0}",
  "The warehouse is in use by {0}.": "数据仓库正被 {0} 使用。",
  "The warehouse was written by a newer Leadline (schema {0}; this one knows {1}).":
    "数据仓库由较新的 Leadline 写入（结构版本 {0}；当前只支持 {1}）。",
  "The warehouse's directory cannot be written.": "无法写入数据仓库的目录。",
  "The warehouse's disk has not enough room: {0}": "数据仓库的磁盘空间不足：{0}",
  "The workspace's key for personal data is damaged.": "工作区的个人数据密钥已损坏。",
  "The workspace's state cannot be opened: {0}.": "无法打开工作区状态：{0}。",
  "The workspace's state was written by a newer Leadline ({0}).": "工作区状态由较新的 Leadline 写入（{0}）。",
  "This process already has another warehouse open.": "此进程已打开另一个数据仓库。",
  "Wait until it has ended and try again, or end it with KILL QUERY.": "请等它结束后再试，或用 KILL QUERY 终止。",
  "Wait until it is done; what a killed one left is removed after {0} minutes.":
    "请等它完成；被终止进程的残留会在 {0} 分钟后清除。",
  "Write the warehouse's address like http://host:8123 or https://user:password@host:8443/database.":
    "数据仓库的地址请写成 http://host:8123 或 https://user:password@host:8443/database。",
  "{0} cannot be opened.": "无法打开 {0}。",
  "{0} holds the data of an earlier workspace (.leadline) but no {1}.":
    "{0} 中有以前工作区的数据（.leadline），但没有 {1}。",
  "{0} is a Leadline workspace already.": "{0} 已经是 Leadline 工作区。",
  "{0} is not a Leadline workspace: it has no {1}.": "{0} 不是 Leadline 工作区：其中没有 {1}。",
  "{0} is not empty and no workspace.": "{0} 不是空文件夹，也不是工作区。",
  "{0} rows are left of loads that were never finished. They do not count.": "有 {0} 行来自未完成的加载，不会计入。",
  "{0} tables are left of interrupted loads: {1}.": "中断的加载留下了 {0} 个表：{1}。",
  "leadline.yaml cannot be read.": "无法读取 leadline.yaml。",
  "leadline.yaml uses anchors or merge keys where it would have to change.":
    "leadline.yaml 在需要修改的位置使用了锚点或合并键。",
  '{0}: "{1}" would stand for two campaigns, "{2}" and "{3}".': "{0}：“{1}”会同时代表两个广告系列：“{2}”和“{3}”。",
  '{0}: "{1}" and "{2}" differ in case only.': "{0}：“{1}”与“{2}”只有大小写不同。",
  "Leave it under one of the two; two campaigns that are one take the same name.":
    "请只放在其中一个名下；若两者本是同一广告系列，请用同一个名称。",
  "Write the name in one way.": "请统一名称的写法。",
};
