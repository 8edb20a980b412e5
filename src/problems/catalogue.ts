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
    says: '文件不是 UTF-8 编码。',
    write: '请用编辑器“另存为”UTF-8 后再提交；中文 Windows 常见的 GBK 编码不能使用。',
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
  'expects-address': {
    says: '{found}不是网址。',
    write: '请写以 http:// 或 https:// 开头的完整网址。',
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
  'indicator-unknown': {
    says: '检查指标“{id}”不在 data/indicators 里。',
    write: '请核对编号，或先在指标目录里登记。',
  },
  'area-unknown': {
    says: '检查领域“{id}”没有在 data/site.yaml 的 areas 里定义。',
    write: '可用的领域：{known}。',
  },
  'tier-unknown': {
    says: '层级“{id}”没有在 data/site.yaml 的 tiers 里定义。',
    write: '可用的层级：{known}。',
  },
  'platform-unknown': {
    says: '平台“{name}”没有在 data/site.yaml 的 platforms 里定义。',
    write: '可用的平台：{known}。',
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
      '页面仍照原文显示 {stated}。可能的原因：四舍五入或截断；文件用了别的分母；原文有误，需要发更正。',
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
  'published-early': {
    says: '公开日期 {published} 早于自查的起始日期 {start}。',
    write: '请核对日期。',
  },
  'exempt-and-published': {
    says: '“{unit}”既列为免于公开，又已有自查报告。',
    write: '请删除其中一处。',
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
  'bulletin-title': { says: '通报没有标题。', write: '第一行请写成“# 标题”。' },

  // Site
  'registration-missing': { says: '官方站点缺少“{key}”。', write: '请在 site.yaml 里补上。' },
} as const satisfies Record<string, Wording>

export type ProblemCode = keyof typeof catalogue
