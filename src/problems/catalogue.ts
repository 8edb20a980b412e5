/**
 * Every message that an editor can meet, under a code that never changes. `says` states what is
 * wrong and the value found; `write` says what to do. `{name}` stands for an argument.
 */
interface Wording {
  readonly says: string
  readonly write: string
}

export const catalogue = {
  // Files
  'folder-missing': {
    says: '找不到文件夹“{folder}”。',
    write: '请核对文件夹位置；默认是项目里的 data 和 content。',
  },
  'folder-empty': {
    says: '文件夹“{folder}”里没有可用的文件。',
    write: '至少需要一个文件，例如 {example}。',
  },
  'bulletins-missing': {
    says: '文件夹“{folder}”里没有通报正文。',
    write: '数据照常公开；有正文时加上，例如 {example}。',
  },
  'file-missing': {
    says: '缺少文件“{name}”。',
    write: '请补上这个文件；写法见手册“各文件的字段”。',
  },
  'file-name': {
    says: '文件名“{name}”不能用作编号。',
    write: '只用小写英文字母、数字和连字符，例如 2024-q1.yaml。',
  },
  'file-unreadable': {
    says: '无法读取“{name}”：{reason}。',
    write: '请换成普通的文件（或文件夹），并检查读取权限。',
  },
  'file-ending': {
    says: '“{name}”不会被读取：这里只读取以 {ending} 结尾的文件。',
    write: '请把文件名的结尾改成 {ending}；不是数据的文件请移到别处。',
  },
  'file-misplaced': {
    says: '“{name}”不会被读取：这里先按期分文件夹。',
    write: '请移到以期命名的文件夹里，例如 2024-q2/xuzhou.yaml。',
  },
  'file-unknown': {
    says: '“{name}”不会被读取：数据文件夹里没有这个名称。',
    write: '可用的名称：{known}。',
  },
  'file-unknown-near': {
    says: '“{name}”不会被读取：数据文件夹里没有这个名称。',
    write: '是不是“{near}”？',
  },
  'not-utf-8': {
    says: '文件不是 UTF-8 编码，从这里起读不出文字。',
    write: '请用编辑器打开原来的文件，“另存为”UTF-8 后再提交；这里的文字可能已经损坏，请核对。',
  },
  'encoding-gbk': {
    says: '文件是 GBK 编码（中文 Windows 的“ANSI”），这里只读 UTF-8。',
    write: '请用记事本打开，“另存为”时把编码选成 UTF-8。',
  },
  'encoding-utf-16': {
    says: '文件是 {encoding} 编码（记事本里叫“Unicode”），这里只读 UTF-8。',
    write: '请用记事本打开，“另存为”时把编码选成 UTF-8。',
  },
  'file-is-office': {
    says: '这是{kind}，不会被读取。',
    write: '请把其中的内容录入 .yaml 文件，并把这个文件移出 data 和 content 文件夹。',
  },
  'file-double-ending': {
    says: '“{name}”不会被读取：Windows 隐藏了它真正的结尾。',
    write: '请把文件名改成 {meant}；在资源管理器的“查看”里勾选“文件扩展名”就能看到。',
  },
  'file-case': {
    says: '“{name}”不会被读取：文件名要用小写字母。',
    write: '请把文件名改成 {meant}。',
  },
  'file-too-big': {
    says: '文件有 {size} MB，最大是 {limit} MB，没有读取。',
    write: '请核对是不是放错了文件；确有这么多内容的，按期或按单位分成几个文件。',
  },
  'line-too-long': {
    says: '这一行有 {length} 个字符，最多是 {limit} 个，文件没有读取。',
    write: '请核对是不是粘贴错了；确有这么多内容的，分成几行。',
  },
  'merge-conflict': {
    says: '文件里有合并冲突的标记（第 {lines} 行），两边的改动还没有合成一份。',
    write: '请保留要用的内容，删去以 <<<<<<<、=======、>>>>>>> 开头的各行。',
  },

  // What keyboards and office programs put into a text
  'invisible-character': {
    says: '{place}有看不见的字符 {codes}。',
    write: '请删去（把这一行重新输入一遍最稳妥）；从 Word 或网页粘贴时常会带入。',
  },
  'control-character': {
    says: '{place}有不能显示的控制字符 {codes}。',
    write: '请删去，或把这一处重新输入一遍。',
  },
  'full-width-colon': {
    says: '字段名后面用了中文冒号“：”。',
    write: '请改成英文冒号加一个空格：{better}',
  },
  'full-width-comma': {
    says: '括号里用了中文标点“{found}”分隔。',
    write: '请改成英文逗号加一个空格：{better}',
  },
  'full-width-comma-in-list': {
    says: '方括号里的“{found}”含有中文标点，只算作一项。',
    write: '是几项的，改成英文逗号：{better}；确是一项的，加英文双引号。',
  },
  'full-width-quote': {
    says: '这里用了中文引号。',
    write: '请改成英文引号或去掉：{better}',
  },
  'full-width-bracket': {
    says: '这里用了中文括号“{found}”。',
    write: '请改成英文括号：{better}',
  },
  'full-width-sign': {
    says: '这里用了全角的“{found}”。',
    write: '请改成半角：{better}',
  },
  'full-width-digits': {
    says: '{found}里有全角的数字或字母。',
    write: '请改成半角：{better}',
  },
  'odd-space': {
    says: '这里的空格是{space}，不是普通空格。',
    write: '请改成普通空格（英文输入状态下的空格键）：{better}',
  },
  'colon-without-space': {
    says: '冒号后面少一个空格。',
    write: '请写成：{better}',
  },
  'stray-comma': {
    says: '这一行末尾多了“{found}”。',
    write: '请删去：{better}',
  },
  'tab-indent': {
    says: '缩进用了制表符（Tab 键）。',
    write: '请改成空格，每一级两个；可以在编辑器里设置“用空格缩进”。',
  },
  'yaml-sign': {
    says: '“{found}”在 YAML 里有特殊含义，{effect}。',
    write: '请给这段文字加英文双引号；重复的内容请逐处写全。',
  },
  'yaml-nesting': {
    says: '括号或缩进的层数太多，无法读取。',
    write: '请核对括号是否成对、缩进是否对齐。',
  },
  'text-not-quoted': {
    says: '这里应当是文字，{typed} 没有加引号，被读成了{kind}。',
    write: '请加英文双引号：{better}',
  },
  'date-format': {
    says: '{found}的日期写法不能用。',
    write: '请写成 {better}',
  },
  'number-with-unit': {
    says: '{found}里除了数字还有“{extra}”。',
    write: '请只写数字：{better}{hint}',
  },
  'number-with-separator': {
    says: '{found}用了千分位分隔号。',
    write: '请写成 {better}',
  },
  'number-quoted': {
    says: '{found}加了引号，成了文字。',
    write: '数字不要加引号，请写成 {better}',
  },
  'number-spelling': {
    says: '{typed} 会被读成 {found}，页面上不会照原样显示。',
    write: '请写成 {better}',
  },
  'percent-sign': {
    says: '{found}缺少百分号或引号。',
    write: '请照抄文件里的百分数，并加英文双引号：{better}',
  },
  'yes-no-word': {
    says: '{found}不能表示是或否。',
    write: '请写成 {better}（true 是，false 否）。',
  },
  'time-format': {
    says: '{found}的时刻写法不能用。',
    write: '请写成 {better}',
  },
  'list-brackets': {
    says: '这里应当是一个列表，{found}没有方括号。',
    write: '请写成 {better}',
  },

  // YAML
  'yaml-syntax': {
    says: 'YAML 写法有误：{detail}',
    write: '请检查这一行的缩进、冒号（英文冒号加一个空格）和引号。',
  },
  'yaml-duplicate-key': {
    says: '“{key}”在同一处写了两次，第一次在第 {line} 行。',
    write: '同一个编号或字段只能出现一次，请合并或改名。',
  },
  'yaml-empty': { says: '文件是空的。', write: '请填写内容；写法见手册“各文件的字段”。' },

  // Shape
  'unknown-key': { says: '没有“{key}”这个字段。', write: '这里可以写：{known}。' },
  'unknown-key-near': { says: '没有“{key}”这个字段。', write: '是不是想写“{near}”？' },
  'key-missing': { says: '缺少必填字段“{key}”（{title}）。', write: '请在这里补上“{key}:”。' },
  'value-empty': { says: '“{key}”后面是空的。', write: '请填写内容；没有这一项就删去整行。' },
  'list-empty': { says: '这里的列表是空的。', write: '请填写内容；没有这一项就删去整行。' },
  'expects-object': {
    says: '这里应当是一组“字段: 值”，现在是{found}。',
    write: '请换行缩进，逐行写“字段: 值”。',
  },
  'expects-list': {
    says: '这里应当是一个列表，现在是{found}。',
    write: '请写成 [甲, 乙]，或每行以“- ”开头。',
  },
  'expects-id': {
    says: '{found}不能用作编号。',
    write: '编号只用小写英文字母、数字和连字符，例如 xuzhou-district；几个编号之间用英文逗号。',
  },
  'expects-id-near': {
    says: '{found}不能用作编号：这里写编号，不写名称。',
    write: '是不是“{near}”？',
  },
  'expects-text': {
    says: '这里应当是一段文字，现在是{found}。',
    write: '请填写文字；像数字或日期的文字要加英文双引号。',
  },
  'expects-date': {
    says: '{found}不是有效日期。',
    write: '请写成“年-月-日”，例如 2024-03-15，并核对这一天确实存在。',
  },
  'expects-date-or-month': {
    says: '{found}不是有效的日期或月份。',
    write: '请写成 2024-03-15 或 2023-12。',
  },
  'expects-count': {
    says: '{found}不是数量。',
    write: '请写不带单位的整数，例如 49；没有的数不要写 0，可填 not-stated（文件未写明）。',
  },
  'expects-figure': {
    says: '{found}不是数量。',
    write:
      '请写不带单位的整数，例如 49；没有数时写明原因：not-stated（文件未写明）、illegible（看不清）、not-applicable（不适用）、not-recorded（未收录）。',
  },
  'expects-number': {
    says: '{found}不是数字。',
    write:
      '请写不带单位的数字，例如 94.92；没有数时写明原因：not-stated（文件未写明）、illegible（看不清）、not-applicable（不适用）、not-recorded（未收录）。',
  },
  'expects-value': {
    says: '这里没有写明任何数。',
    write: '请至少填写 value（数值）或 stated（原文写法）中的一个。',
  },
  'expects-count-name': { says: '{found}不是计数的名称。', write: '可用的名称：{known}。' },
  'expects-rate-name': {
    says: '没有“{key}”这个比率。',
    write: '请写 {known} 中的一个，或照抄文件里的中文名称。',
  },
  'expects-split-name': {
    says: '没有“{key}”这种分组。',
    write: '请写 {known} 中的一个，或照抄文件里的中文说法。',
  },
  'expects-time': {
    says: '{found}不是时刻。',
    write: '请写成“时:分”并加英文双引号，例如 "12:00"。',
  },
  'deadline-empty': {
    says: '这个期限没有写明时间。',
    write: '请填写 due（日期），没有日期的填写 words（文字期限）。',
  },
  'expects-missing': {
    says: '{found}不是可用的原因。',
    write: '请从 not-stated、illegible、not-applicable、not-recorded 中选一个。',
  },
  'expects-percent': {
    says: '{found}不是百分数。',
    write: '请照抄文件并加英文双引号，例如 "99.7%"。',
  },
  'expects-yes-no': { says: '{found}不是“是”或“否”。', write: '请写 true（是）或 false（否）。' },
  'expects-yes-no-or-not-stated': {
    says: '{found}不是“是”或“否”。',
    write: '请写 true（计入）、false（不计入）或 not-stated（文件未写明）。',
  },
  'expects-address': {
    says: '{found}不是网址。',
    write: '请写以 http:// 或 https:// 开头的完整网址。',
  },
  'expects-host': {
    says: '{found}不是域名。',
    write: '只写域名，不写 https:// 和斜杠，例如 www.example.gov.cn。',
  },
  'expects-site-code': {
    says: '{found}不是网站标识码。',
    write: '请写10位数字（或 bm 加8位数字、N 加9位数字），加引号，例如 "0000000001"。',
  },
  'expects-icp': {
    says: '{found}不是 ICP 备案号。',
    write: '请照备案页面抄写，例如 例ICP备00000000号-1。',
  },
  'expects-police': {
    says: '{found}不是公安备案号。',
    write: '请写省份简称、公网安备、14位数字和号，例如 例公网安备 00000000000001号。',
  },
  'expects-mark': {
    says: '{found}不是党政机关网站标识的网址。',
    write:
      '请从网站页脚的标识复制，形如 https://bszs.conac.cn/sitename?method=show&id= 加32位编号。',
  },
  'expects-registration': {
    says: '{found}不能用作登记信息。',
    write: '请逐项填写（例如 code、icp、police）；非官方站点没有登记的，写 not-applicable。',
  },
  'expects-time-zone': {
    says: '{found}不是时区名称。',
    write: '请写时区名称，例如 Asia/Shanghai。',
  },
  'expects-choice': { says: '{found}不在可选范围内。', write: '请从下面选一个：{known}。' },
  'expects-units': {
    says: '{found}不是单位列表。',
    write: '请写单位编号的列表，例如 [caizheng]；文件没有写明的写 not-stated。',
  },
  'expects-audience': {
    says: '{found}没有说清由谁完成。',
    write: '请写 all-units（各级各部门）、单位编号的列表，或 { appendix: 附件编号 }。',
  },
  'expects-cell': {
    says: '{found}不能放进表格。',
    write: '请写文字、数字，或 { of: 数据中的位置 }。',
  },
  'value-above': { says: '{found}太大，最大是 {limit}。', write: '请核对这个值。' },
  'value-range': { says: '{found}超出允许的范围。', write: '请核对这个值。' },

  // References
  'unit-unknown': {
    says: '单位编号“{id}”不在 data/units.yaml 里。',
    write: '请核对编号，或先在 units.yaml 登记这个单位。',
  },
  'unit-unknown-near': {
    says: '单位编号“{id}”不在 data/units.yaml 里。',
    write: '是不是“{near}”？',
  },
  'channel-unknown': {
    says: '账号编号“{id}”不在 data/channels.yaml 里。',
    write: '请核对编号，或先在 channels.yaml 登记这个网站或账号。',
  },
  'channel-unknown-near': {
    says: '账号编号“{id}”不在 data/channels.yaml 里。',
    write: '是不是“{near}”？',
  },
  'catalogue-unknown': {
    says: '没有名为“{id}”的指标目录可以替代。',
    write: '可用的目录：{known}。',
  },
  'indicator-unknown': {
    says: '检查指标“{id}”不在 data/indicators 里。',
    write: '请核对编号，或先在指标目录里登记。',
  },
  'indicator-unknown-near': {
    says: '检查指标“{id}”不在 data/indicators 里。',
    write: '是不是“{near}”？',
  },
  'area-unknown': {
    says: '检查领域“{id}”没有在 data/site.yaml 的 areas 里定义。',
    write: '可用的领域：{known}。',
  },
  'area-unknown-near': {
    says: '检查领域“{id}”没有在 data/site.yaml 的 areas 里定义。',
    write: '是不是“{near}”？',
  },
  'tier-unknown': {
    says: '层级“{id}”没有在 data/site.yaml 的 tiers 里定义。',
    write: '可用的层级：{known}。',
  },
  'tier-unknown-near': {
    says: '层级“{id}”没有在 data/site.yaml 的 tiers 里定义。',
    write: '是不是“{near}”？',
  },
  'platform-unknown': {
    says: '平台“{name}”没有在 data/site.yaml 的 platforms 里定义。',
    write: '可用的平台：{known}。',
  },
  'platform-unknown-near': {
    says: '平台“{name}”没有在 data/site.yaml 的 platforms 里定义。',
    write: '是不是“{near}”？',
  },
  'appendix-unknown-near': { says: '没有编号为“{id}”的附件。', write: '是不是“{near}”？' },
  'issue-unknown': {
    says: '问题编号“{id}”在各期检查里都没有。',
    write: '请核对编号；左边写以往某一期 issues 里的编号，例如 2024-q1-01。',
  },
  'issue-unknown-near': {
    says: '问题编号“{id}”在各期检查里都没有。',
    write: '是不是“{near}”？',
  },
  'appendix-unknown': { says: '没有编号为“{id}”的附件。', write: '请核对 appendices 里的编号。' },
  'reference-not-appendix': {
    says: '“{path}”不是附件。',
    write: '请写成 appendices.附件编号，例如 appendices.prominent。',
  },
  'reference-unknown': {
    says: '引用“{path}”在数据里找不到。',
    write: '请核对路径；走到“{known}”为止是对的。',
  },
  'reference-unknown-start': {
    says: '引用“{path}”在数据里找不到。',
    write:
      '第一段应当是 period、issuer、areas、issues、deadlines、requirements、appendices、units、channels 等数据里有的名称。',
  },
  'duplicate-id': {
    says: '编号“{id}”已经在 {file} 里用过。',
    write: '编号在全站只能用一次，请换一个。',
  },
  'duplicate-channel': {
    says: '{platform}“{name}”已经登记为“{id}”。',
    write: '平台和名称相同就是同一个账号，请只保留一条。',
  },
  'names-alike': {
    says: '“{name}”与“{other}”（{id}）只差一点，可能是同一个。',
    write: '请核对名称；是同一个的只保留一条，并把用到另一个编号的地方改过来。',
  },
  'duplicate-in-list': { says: '“{id}”在同一个列表里写了两次。', write: '请只保留一个。' },
  'duplicate-page': {
    says: '“{name}”与“{other}”会成为同一个页面。',
    write: '请删除其中一个，或改名。',
  },
  'issue-id-period': {
    says: '问题编号“{id}”没有以期的编号“{period}-”开头。',
    write: '请写成 {period}-01 这样的编号。',
  },
  'bulletin-without-inspection': {
    says: '通报“{id}”没有对应的检查数据。',
    write: '请先建立 data/inspections/{id}.yaml，或改正文件名。',
  },
  'issue-area-missing': {
    says: '问题所属的领域“{area}”不在这一期的 areas 里，页面不会列出这个问题。',
    write: '请在 areas 里加“{area}: {}”（没有数字也可以），或改正这里的领域。',
  },
  'follow-ups-missing': {
    says: '{period}有 {count} 个问题没有办结，这一期没有交代：{ids}。',
    write:
      '请在这个文件里加 follow_ups，逐个写明，例如“{example}: { rectified: not-stated, reported: not-stated }”；已经复核通过或办结的，在原问题的 rectification 里补上。',
  },
  'issue-unaccounted': {
    says: '{period}的问题“{id}”没有办结，follow_ups 里没有交代。',
    write: '请加“{id}: { rectified: yes, reported: yes }”；文件没有写明的填 not-stated。',
  },
  'follow-up-not-earlier': {
    says: '“{id}”是{period}的问题，不早于这一期。',
    write: 'follow_ups 只写以往各期的问题；这一期问题的进展写在它的 rectification 里。',
  },
  'order-without-period': {
    says: '“{id}”布置了自查，没有写明是哪一期，不会有台账。',
    write:
      '请加 period，例如 { id: 2024-q2, label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30 }。',
  },
  'order-repeated': {
    says: '“{period}”这一期的自查已经在 {file} 里布置过；台账只按期限较晚的一份计算。',
    write: '请核对期的编号；确系重新布置的，只保留现在有效的一份。',
  },
  'report-not-owed': {
    says: '{order} 没有要求“{unit}”公开“{period}”这一期的自查，台账不会列出这份报告。',
    write: '请核对报告放在哪个单位和哪一期，或在 deadlines 的 who 里补上这个单位。',
  },
  'looked-too-early': {
    says: '核查日期 {looked} 不晚于最后期限 {last}，不能据此判断逾期。',
    write: '请填期限过后核对的日期；还没有核对就删去这一行。',
  },
  'registration-missing': {
    says: '官方站点没有填写{what}（{field}）。',
    write: '请在 site.yaml 里补上；没有取得授权的站点请写 official: false。',
  },
  'registration-absent': {
    says: '没有填写{what}：对应的页面标签和页脚项不显示。',
    write: '有登记的请补上；非官方站点没有登记的，写 registration: not-applicable。',
  },
  'report-without-order': {
    says: '没有文件要求公开“{period}”这一期的自查整改。',
    write: '请核对文件夹名；要求写在布置它的那一期检查的 deadlines 里。',
  },

  // Figures
  'parts-do-not-add-up': {
    says: '“{split}”各部分相加是 {sum}，而“{name}”是 {total}，相差 {difference}。',
    write:
      '请核对录入。确系文件原文如此，在该领域加 as_printed: true；各部分没有列全或有重叠，加 exhaustive: false。',
  },
  'count-exceeds': {
    says: '“{smaller}”{value} 大于“{larger}”{limit}。',
    write: '请核对录入。确系文件原文如此，在该领域加 as_printed: true。',
  },
  'outcome-does-not-add-up': {
    says: '合格 {passed} 加不合格 {failed} 不等于检查 {checked}。',
    write: '合格数一般不用填。请核对录入；确系文件原文如此，加 as_printed: true。',
  },
  'rate-differs': {
    says: '文件所载{name} {stated}，按 {numerator}/{denominator} 计算是 {computed}。',
    write:
      '页面仍照原文显示 {stated}。可能的原因：四舍五入或截断；文件用了别的分母，请在这个比率下写 numerator、denominator；原文有误，需要发更正。',
  },
  'rate-differs-near': {
    says: '文件所载{name} {stated}，按 {numerator}/{denominator} 计算是 {computed}；{stated} 正好是 {readings}。',
    write:
      '页面仍照原文显示 {stated}。可能的原因：四舍五入或截断；文件用了别的分子、分母，请在这个比率下写 numerator、denominator，或核对 counts_in_rate；原文有误，需要发更正。',
  },
  'rate-truncated': {
    says: '文件所载{name} {stated} 是截断的：{numerator}/{denominator} 四舍五入是 {computed}。',
    write: '页面仍照原文显示 {stated}，不用改数据。核对无误后，可以在 acknowledged 里写明理由。',
  },
  'rate-impossible': {
    says: '文件所载{name} {stated}，但分母是 {denominator} 时没有哪个整数得出它；相近的是 {nearby}。',
    write:
      '页面仍照原文显示 {stated}。可能的原因：四舍五入或截断；文件用了别的分母，请在这个比率下写 denominator；原文有误，需要发更正。',
  },
  'change-differs': {
    says: '“{name}”文件所载升降 {stated}，由 {from} 变为 {now} 计算是 {computed}。',
    write: '页面仍照原文显示。请核对录入；原文有误的，需要发更正。',
  },
  'failed-list-differs': {
    says: '不合格 {failed} 个，而计入合格率的问题点名了 {listed} 个网站或账号。',
    write: '请核对 counts_in_rate，或补上未列出的问题。',
  },

  // Dates
  'period-backwards': { says: '止 {end} 早于起 {start}。', write: '请核对这两个日期。' },
  'deadline-differs': {
    says: '原文期限“{stated}”与 due 的 {due} 不一致。',
    write: '请核对日期；页面显示原文，倒计时用 due。',
  },
  'window-far': {
    says: '统计时段 {window} 与{period}相差一年以上。',
    write: '请核对年份；确系如此，可以在 acknowledged 里写明理由。',
  },
  'published-here-early': {
    says: '本站发布日期 {here} 早于原发布日期 {published}。',
    write: '请核对这两个日期。',
  },
  'published-early': {
    says: '公开日期 {published} 早于自查的起始日期 {start}。',
    write: '请核对日期。',
  },
  'exempt-and-published': {
    says: '“{unit}”既列为免于公开，又已有自查报告。',
    write: '请删除其中一处。',
  },

  // Any text
  'personal-data': {
    says: '这里有{what}（{number}）。',
    write: '个人信息不能公开，请删去；确需说明时用“某某”代替，已提交的请联系管理员清除历史。',
  },
  'email-not-listed': {
    says: '这里有邮箱地址（{email}），它不在 site.yaml 的 contact 里。',
    write: '个人邮箱请删去；对外公布的办公邮箱请先写进 site.yaml 的 contact。',
  },
  'text-unfinished': {
    says: '“{text}”看起来还没有写完。',
    write: '请补上内容；没有这一项就删去。文件原文如此的遮盖符号，可以在 acknowledged 里写明理由。',
  },
  'prose-half-width': {
    says: '中文里用了半角标点“{text}”。',
    write: '请改成全角“{better}”；文件原文如此的不改。',
  },
  'prose-space': {
    says: '汉字与数字（或汉字与汉字）之间有空格。',
    write: '请删去空格；文件原文如此的不改。',
  },
  'prose-thousands': {
    says: '“{text}”用了千分位分隔号。',
    write: '公文里写“{better}”；文件原文如此的不改。',
  },
  'prose-range': {
    says: '数值范围“{text}”的写法不规范。',
    write: '请写成“{better}”；文件原文如此的不改。',
  },

  // Acknowledgements
  'acknowledgement-unneeded': {
    says: '已核对的提示“{code}”（{at}）现在没有出现，这一条不再需要。',
    write: '请删去这一条；位置写错的，请改正 at。',
  },
  'acknowledgement-of-error': {
    says: '“{code}”是错误，不能用 acknowledged 放过。',
    write: '请改正那个错误，并删去这一条。',
  },
  'acknowledgement-unknown': {
    says: '没有“{code}”这种提示。',
    write: '请照抄报告里方括号中的英文代码，例如 rate-differs。',
  },
  'acknowledgement-unknown-near': {
    says: '没有“{code}”这种提示。',
    write: '是不是“{near}”？',
  },

  // Bulletin text
  'mdx-syntax': {
    says: '通报的写法有误：{detail}',
    write: '请检查这一处的标签是否成对、引号是否成对。',
  },
  'mdx-not-allowed': {
    says: '通报里不能使用 {what}。',
    write: '只能用文字、标题和这些标签：{known}。',
  },
  'mdx-content': {
    says: '标签 <{tag}> 里面不能有内容。',
    write: '请写成 <{tag} of="数据中的位置" />；内容由数据填入。',
  },
  'mdx-attribute': {
    says: '标签 <{tag}> 的写法不对。',
    write: '请写成 <{tag} of="数据中的位置" />，位置要加英文双引号。',
  },
  'typed-by-hand': {
    says: '“{text}”在数据里有（{path}），这里却是手工输入的。',
    write: '请改成 <Value of="{path}" />，数据改动时正文才会跟着变。',
  },
  'passage-twice': {
    says: '“{path}”的原文已经在前面标注过。',
    write: '一条记录只标注一处原文，请删除其中一个 <Passage>。',
  },
  'bulletin-title': { says: '通报没有标题。', write: '第一行请写成“# 标题”。' },
} as const satisfies Record<string, Wording>

export type ProblemCode = keyof typeof catalogue
