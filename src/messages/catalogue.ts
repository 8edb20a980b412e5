/**
 * The room `messages/` words every problem that an editor can meet and formats reports of problems as
 * text, JSON, annotations, a code quality report and SARIF. Explanations are in
 * `content/manual/messages`. Start here: this file lists all codes with their wording.
 */

/**
 * The wording of a message: `says` states what is wrong with the value found, `write` what to do.
 * `{name}` stands for an argument. The code of a message never changes.
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
  'proposal-folder': {
    says: '文件夹“{folder}”没有读取：{reason}。',
    write:
      '检查别人提交的内容时（PROPOSAL=yes），DATA_DIR 和 CONTENT_DIR 要在签出的 git 工作区里，从工作区起每一级都是普通的文件夹，不能是链接。',
  },
  'folder-empty': {
    says: '文件夹“{folder}”里没有可用的文件，也没有自查报告。',
    write:
      '至少需要一期检查，例如 {example}，或者一份自查报告，例如 data/self-inspections/2024-q2/xuzhou.yaml。',
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
    write:
      '只用小写英文字母、数字和连字符，不超过60个字，例如 2024-q1.yaml；con、nul、aux、com1 这类名称 Windows 留作他用，constructor 程序自用，也不行。',
  },
  'file-unreadable': {
    says: '无法读取“{name}”：{reason}。',
    write: '请换成普通的文件（或文件夹），并检查读取权限。',
  },
  'manual-unread': {
    says: '文件夹“{folder}”不会被读取：手册由程序提供，网站只用程序自带的那一份。',
    write: '这个文件夹可以删去；网站不要手册的，在 data/site.yaml 里写 manual: false。',
  },
  'file-special': {
    says: '“{name}”是{what}，没有打开。',
    write:
      '这里只读取普通的文件和文件夹。请删去它，需要公开的，把文件（或文件夹）本身放在这里；通过 git 提交的，先用 git rm 删除再添加。',
  },
  'folder-too-deep': {
    says: '“{name}”里的文件夹一层套一层，超过了 {limit} 层，里面没有读取。',
    write:
      '附件放在“期”或“期/单位”的文件夹里，例如 2024-q2/xuzhou/report.pdf；请移好，删去多余的文件夹。',
  },
  'folder-too-many': {
    says: '“{name}”里的文件和文件夹超过了 {limit} 个，没有读取。',
    write: '请核对是不是放错了文件夹，把多余的移走。',
  },
  'files-unread': {
    says: '{folder} 文件夹里有 {count} 个名称不会被读取：{names}。',
    write:
      '不用公开的可以移到别处，或者就放着；要公开的，数据录入 .yaml 文件，附件放进 content/attachments。',
  },
  'file-ending': {
    says: '“{name}”不会被读取：这里只读取以 {ending} 结尾的文件。',
    write: '请把文件名的结尾改成 {ending}；不是数据的文件请移到别处。',
  },
  'file-misplaced': {
    says: '“{name}”不会被读取：这里先按{by}分文件夹。',
    write: '请移到以{by}命名的文件夹里，例如 {example}。',
  },
  'format-older': {
    says: '数据是第{found}版格式，程序要读第{known}版。',
    write:
      '请运行 npm run migrate，看看会改什么，再加 --write 转换；备注、次序和写法都会保留。转换以前不检查其他内容。',
  },
  'format-former': {
    says: '数据是第{found}版格式，程序现在用第{known}版；这一版还照旧读取。',
    write: '请运行 npm run migrate，看看会改什么，再加 --write 转换；下一次升级程序以前要转换好。',
  },
  'format-newer': {
    says: '数据是第{found}版格式，这个程序只认得到第{known}版。',
    write: '请升级程序，不要改数据。升级以前不检查其他内容。',
  },
  'file-unknown': {
    says: '“{name}”不会被读取：{folder} 文件夹里没有这个名称。',
    write: '可用的名称：{known}。',
  },
  'file-unknown-near': {
    says: '“{name}”不会被读取：{folder} 文件夹里没有这个名称。',
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
    write:
      '请把其中的数据录入 .yaml 文件，正文录入 .mdx 文件，并把这个文件移出 data 和 content 文件夹。',
  },
  'file-double-ending': {
    says: '“{name}”不会被读取：Windows 隐藏了它真正的结尾。',
    write: '请把文件名改成 {suggestion}；在资源管理器的“查看”里勾选“文件扩展名”就能看到。',
  },
  'file-case': {
    says: '“{name}”不会被读取：文件名要用小写字母。',
    write: '请把文件名改成 {suggestion}。',
  },
  'file-too-big': {
    says: '文件有 {size} MB，最大是 {limit} MB，没有读取。',
    write: '请核对是不是放错了文件；确有这么多内容的，按期或按单位分成几个文件。',
  },
  'yaml-tokens': {
    says: '文件里的字段名、内容和符号超过了 {limit} 个，没有读取。',
    write: '请核对是不是放错了文件；确有这么多内容的，按期或按单位分成几个文件。',
  },
  'more-alike': {
    says: '从这里起，文件里同样的问题（{code}）还有 {count} 处，没有逐一列出。',
    write: '请先改好上面列出的，再检查一遍；这样的问题多半出于同一个原因。',
  },
  'line-too-long': {
    says: '这一行有 {length} 个字符（分几行写、读成一行的，连起来算），最多是 {limit} 个，文件没有读取。',
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
  'private-use-character': {
    says: '{place}有造字区的字符 {codes}，换一台电脑就看不到，或者是另一个字。',
    write: '请换成正式的汉字（生僻字用能输入大字符集的输入法）；没有这个字的，用文字说明它怎样写。',
  },
  'look-alike-character': {
    says: '{found}不是通常的汉字，是部首、假名、注音、笔画或兼容用的字符；看上去一样，搜索和核对时是两个字。',
    write: '{better}；从 PDF 复制文字时常会带入。',
  },
  'mixed-alphabet': {
    says: '“{word}”里的{found}不是英文字母，看上去一样。',
    write: '{better}；名称里两种字母不能混在一个词里。',
  },
  'name-line-break': {
    says: '名称、标题只能写一行，这里在“{line}”后面换了行。',
    write: '请写成一行：不用 | 和 >，也不在引号里写 \\n。',
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
    says: '这里的空格是{space}，不是普通空格{count}。',
    write: '请改成普通空格（英文输入状态下的空格键）：{better}',
  },
  'colon-without-space': {
    says: '冒号后面少一个空格。',
    write: '请写成：{better}',
  },
  'comment-sign': {
    says: '备注的井号要用英文的“#”，前面空一格；这里的备注会当作内容。',
    write: '请写成：{better}',
  },
  'stray-comma': {
    says: '这一行末尾多了“{found}”。',
    write: '请删去：{better}',
  },
  'tab-for-colon': {
    says: '名称和内容之间是制表符（从表格粘贴时会带入），没有冒号。',
    write: '请改成英文冒号加一个空格：{better}',
  },
  'tab-indent': {
    says: '缩进用了制表符（Tab 键）{count}。',
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
    says: '这里读不下去：{detail}',
    write: '{fix}',
  },
  'yaml-duplicate-key': {
    says: '“{key}”在同一处写了两次，第一次在第 {line} 行。',
    write: '同一个编号或字段只能出现一次，请合并或改名。',
  },
  'key-order': {
    says: '“{key}”全是数字，会被排到“{before}”前面，保持不了这里的次序。',
    write: '请在名称里加上文字，例如“{key}年”“第{key}批”；编号前面加字母。',
  },
  'key-unusable': {
    says: '“{key}”不能用作名称或编号。',
    write: '请换一个名称。',
  },
  'file-of-other-kind': {
    says: '这个文件的内容不是这里要的：“{keys}”都不是这里的字段。',
    write: '请核对是不是放错了文件夹；这里可以写：{known}。',
  },
  'key-outdented': {
    says: '“{key}”左边的空格太少，没有归到“{parent}”下面。',
    write: '请与“{parent}”的其他各行左边对齐。',
  },
  'yaml-empty': { says: '文件是空的。', write: '请填写内容；写法见手册“各文件的字段”。' },

  // Shape
  'unknown-key': { says: '没有“{key}”这个字段。', write: '这里可以写：{known}{hint}。' },
  'unknown-key-near': { says: '没有“{key}”这个字段。', write: '是不是想写“{near}”？' },
  'count-outside-tally': {
    says: '“{key}”（{title}）是计数，要写在 tally 里面，不能直接写在这里。',
    write:
      '请写成 tally: { {example} }；这里已有 value 的，把它也移进 tally，写成它所数的那一项，例如 checked。',
  },
  'key-missing': {
    says: '缺少必填字段“{key}”（{title}）。',
    write: '请在这里补上“{key}:”{hint}。',
  },
  'value-empty': { says: '“{key}”后面是空的。', write: '请填写内容；没有这一项就删去整行。' },
  'list-empty': { says: '这里的列表是空的。', write: '请填写内容；没有这一项就删去整行。' },
  'expects-object': {
    says: '这里应当是一组“字段: 值”，现在是{found}。',
    write: '请换行缩进，逐行写“字段: 值”{fields}。',
  },
  'expects-list': {
    says: '这里应当是一个列表，现在是{found}。',
    write: '请写成 [甲, 乙]，或每行以“- ”开头。',
  },
  'expects-id': {
    says: '{found}不能用作编号。',
    write:
      '编号只用小写英文字母、数字和连字符，不超过60个字，例如 xuzhou-district；con、nul、aux、com1 这类名称 Windows 留作他用，constructor 程序自用，也不行。几个编号之间用英文逗号。',
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
    write: '请写成“年-月-日”，例如 2024-03-15，并核对这一天确实存在{instead}。',
  },
  'expects-year': {
    says: '{found}不是年份。',
    write: '请写四位数字的年份，例如 2027。',
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
    write:
      '请填写 due（日期）、within（几天之内）或 every（多久一次），算不出日期的填写 words（文字期限）。',
  },
  'extension-without-until': {
    says: '延期（extended）没有写明延到哪一天。',
    write: '请加 until，例如 until: 2024-04-30。',
  },
  'until-without-extension': {
    says: '写了延期到的日期（until），而这一步不是延期。',
    write: '是延期的，step 写 extended；不是的，删去 until。',
  },
  'withdrawal-without-reason': {
    says: '撤销问题（withdrawn）没有写明理由。',
    write: '请加 reason，写清为什么撤销。',
  },
  'deadline-twice': {
    says: '这个期限写了几种时间：due（日期）、within（几天之内）、every（多久一次）只能写一种。',
    write:
      '文件印了日期的只留 due；只写了几天之内的只留 within，日期由程序算出；反复要做的只留 every。',
  },
  'expects-start-day': {
    says: '{found}不是起算日。',
    write:
      '请写日期，例如 2024-03-08；或 issued（文件的成文日期）、published（文件的原发布日期）；各单位起算日不同的，不写 after。',
  },
  'expects-missing': {
    says: '{found}不是可用的原因。',
    write: '请从 not-stated、illegible、not-applicable、not-recorded 中选一个。',
  },
  'reason-misspelt': {
    says: '{found}不是没有数时写的原因的写法。',
    write: '请照原样写 {reason}，全部小写，中间用英文连字符。',
  },
  'reason-refused': {
    says: '“{reason}”是没有数时写的原因，{place}不能写原因。',
    write: '{fix}',
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
    says: '{found}不是可以公开的网址。',
    write: '请写以 http:// 或 https:// 开头的完整网址，不带用户名和密码。',
  },
  'expects-secure-address': {
    says: '{found}不是以 https:// 开头的网址。',
    write: '请写仓库首页的完整网址，例如 https://git.example.com/office/bulletins。',
  },
  'expects-branch': {
    says: '{found}不是分支的名称。',
    write: '请写仓库里的分支名称，例如 main。',
  },
  'expects-folder': {
    says: '{found}不是仓库里文件夹的位置。',
    write: '请写从仓库最上层起的位置，不以斜杠开头，例如 sites/yibin/data。',
  },
  'expects-host': {
    says: '{found}不是域名。',
    write: '只写域名，不写 https:// 和斜杠，例如 www.example.gov.cn。',
  },
  'expects-picture': {
    says: '{found}不是图片文件的名称。',
    write:
      '请写放在 content/attachments/site/ 里的 PNG 或 JPG 文件的名称，只用小写英文字母、数字、点、连字符和下划线，例如 red-head.png。',
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
  'number-range': {
    says: '{found}是一个范围，不是一个数。',
    write: '请写成 {better}',
  },
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
    write: '请写文字、数字，或 { of: 数据中的位置 }；原文空着的格子写“—”，看不清的写 illegible。',
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
  circle: {
    says: '转了一圈又回到自己：{round}。',
    write: '请删去其中写反的一处：更名、并入、替代只由旧的一方写去向，上级（parent）只由下级写。',
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
    write: '请核对编号；要写某一期检查 issues 里的编号，例如 2024-q1-01。',
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
  'reference-not-value': {
    says: '“{path}”是一组数据，不是一个值，印不出来。',
    write: '请接着写到其中的一个值，例如 areas.media.tally.total；各处的字段见手册“各文件的字段”。',
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
  'duplicate-name': {
    says: '“{name}”与已经登记的“{other}”（{id}）是同一个名称。',
    write: '是同一个单位的只保留一条；是两个单位的，请各写全称，如“叙州区教育局”，网页上才分得开。',
  },
  'earlier-name-taken': {
    says: '“{name}”是“{owner}”的曾用名，又是另一条记录（{id}）现在的名称。',
    write: '请核对：是同一个的，只保留一条，并把用到另一个编号的地方改过来；不是的，核对曾用名。',
  },
  'names-alike': {
    says: '“{name}”与“{other}”（{id}）只差一点，可能是同一个。',
    write: '请核对名称；是同一个的只保留一条，并把用到另一个编号的地方改过来。',
  },
  'name-almost-known': {
    says: '“{name}”可能就是“{near}”（{id}），写法不同。',
    write: '是同一个单位的，写成 { of: units.{id} }；不是的，可以在 acknowledged 里写明理由。',
  },
  'duty-unit-typed': {
    says: '“{name}”是手工输入的，“{title}”算不到它头上。',
    write: '请写成 { of: units.{id} }。',
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
  'follow-up-other-office': {
    says: '“{id}”是{owner}在{period}通报的问题，不是这一期的发文机关通报的。',
    write: '请核对问题编号；确系接手跟踪的，可以在 acknowledged 里写明理由。',
  },
  'channel-of-another-unit': {
    says: '“{name}”在 channels.yaml 里属于“{owner}”，这个问题的单位是“{units}”。',
    write:
      '请核对 units、channels，或 channels.yaml 里的所属单位；确系如此，可以在 acknowledged 里写明理由。',
  },
  'veto-not-counted': {
    says: '“{text}”是单项否决（veto），counts_in_rate 却是 false。',
    write:
      '单项否决就是不合格，要计入合格率。请核对 severity 和 counts_in_rate；文件确系这样写的，可以在 acknowledged 里写明理由。',
  },
  'score-not-counted': {
    says: '{name} {score} 分，低于检查指标的合格线 {mark} 分，counts_in_rate 却是 false。',
    write:
      '低于合格线就是不合格，要计入合格率。请核对得分和 counts_in_rate；文件确系这样写的，可以在 acknowledged 里写明理由。',
  },
  'score-counted': {
    says: '{name} {score} 分，不低于检查指标的合格线 {mark} 分，也不是单项否决，counts_in_rate 却是 true。',
    write:
      '请核对得分、severity 和 counts_in_rate；文件确系这样写的，可以在 acknowledged 里写明理由。',
  },
  'severity-differs': {
    says: '检查指标“{name}”的类别是{kind}，这个问题的程度（severity）却是 veto（单项否决）。',
    write: '请核对 severity 和 indicators；文件确系这样定性的，可以在 acknowledged 里写明理由。',
  },
  'indicator-of-another-area': {
    says: '检查指标“{name}”属于“{own}”，这个问题属于“{area}”。',
    write: '请核对 indicators 和 area；确系如此，可以在 acknowledged 里写明理由。',
  },
  'report-title-other-unit': {
    says: '标题写的是“{name}”，而这个文件是“{own}”（{unit}）的报告。',
    write: '请核对文件名和标题；报告确系如此题名的，可以在 acknowledged 里写明理由。',
  },
  'unit-not-named': {
    says: '问题“{issue}”没有点名单位“{id}”。',
    write: '请写这个问题点名的单位：{known}；整改情况只记在通报点名的单位名下。',
  },
  'unit-not-named-near': {
    says: '问题“{issue}”没有点名单位“{id}”。',
    write: '是不是“{near}”？',
  },
  'unit-not-named-at-all': {
    says: '问题“{issue}”没有写明单位，不能记在“{id}”名下。',
    write: '通报点名了这个单位的，先在这个问题的 units 里写明；没有点名的，删去这里的单位。',
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
  'areas-not-covered': {
    says: '通报要求公开{ordered}{count}方面，报告只写了{written}{own}方面。',
    write: '请核对报告；报告写了的补进 areas，报告确实没有的不用改。',
  },
  'attachment-name': {
    says: '“{name}”不能作附件。',
    write:
      '通报的附件放在 attachments/期/ 里，单位报告的放在 attachments/期/单位/ 里，文件名只用小写英文字母、数字、点、连字符和下划线；可用的类型：{types}。',
  },
  'attachment-content': {
    says: '附件“{name}”的内容与扩展名不符：是{found}，应当是{expected}。',
    write: '请核对是不是放错了文件；没有放错的，用原来的软件另存为扩展名所写的格式。',
  },
  'attachment-large': {
    says: '附件“{name}”有{size}兆，超过上限{limit}兆。',
    write: '请压缩或拆分文件；确实需要的，在 site.yaml 里把 attachment_mb 改大。',
  },
  'attachment-identity': {
    says: '附件“{name}”里有身份证号（{number}，{where}），共{count}处。',
    write: '个人信息不能公开：请删去后重新放入附件；已经提交的，请联系管理员清除历史。',
  },
  'attachment-number': {
    says: '附件“{name}”里像是有{what}（{number}，{where}），共{count}处。',
    write:
      '个人的请删去；是对外公布的办公电话，或者不是这种号码的，在写到这个附件的文件的 acknowledged 里写明理由，at 写“{name}”。',
  },
  'attachment-marking': {
    says: '附件“{name}”（{where}）标有“{mark}”。',
    write: '涉密的文件不能公开。请核对是不是放错了文件；已经解密的，请换成注明解密的版本。',
  },
  'attachment-draft': {
    says: '附件“{name}”（{where}）标有“{mark}”。',
    write:
      '请核对是不是放错了文件；已经定稿的，请换成最后的版本；确系公开征求意见的，在写到这个附件的文件的 acknowledged 里写明理由，at 写“{name}”。',
  },
  'attachment-internal-address': {
    says: '附件“{name}”里有内部网络的地址“{address}”（{where}），共{count}处。',
    write:
      '请删去：公众打不开，也暴露了内部网络。不是地址的，或者确需公布的，在写到这个附件的文件的 acknowledged 里写明理由，at 写“{name}”。',
  },
  'attachment-active': {
    says: '附件“{name}”里有{what}。',
    write:
      '读者打开时可能运行程序或者连到别处，很多单位的电脑会拦下。请另存为不带这些内容的文件；确实需要的，在 acknowledged 里写明理由，at 写“{name}”。',
  },
  'attachment-unread': {
    says: '附件“{name}”的内容没有查全：{reason}。',
    write:
      '请换成能打开的文件；换不了的，请自己核对里面没有个人信息和内部内容，在 acknowledged 里写明理由，at 写“{name}”。',
  },
  'attachments-unread': {
    says: '有{count}个附件没有查完：{files}。',
    write:
      '难读的附件太多，这一次的检查没有顾得上它们。请先处理提示“内容没有查全”的其他附件，把它们换成普通的文件，再检查一次。',
  },
  'attachment-missing': {
    says: '没有找到文件“{name}”。',
    write: '请把它放到 {place}，或核对文件名。',
  },
  'attachment-order': {
    says: '“{title}”排在“{before}”后面，正文的附件说明里却在它前面。',
    write:
      '请按附件说明（“附件：1.……”）的次序排列；文件确系这样的，可以在 acknowledged 里写明理由。',
  },
  'attachment-unused': {
    says: '“{path}”不会公布：没有检查或报告写到它。',
    write: '请写进这期检查或这个单位报告的 attachments，或删去文件。',
  },
  'copy-differs': {
    says: '存档副本“{name}”与登记的校验值不一致。',
    write: '文件现在的 SHA-256 是 {sha256}；请核对文件，确认无误后改 sha256。',
  },
  'looked-too-early': {
    says: '核查日期 {looked} 不晚于最后期限 {last}，不能据此判断逾期。',
    write: '请填期限过后核对的日期；还没有核对就删去这一行。',
  },
  'source-of-one-period': {
    says: '数据来源写的是{label}的文件，而数据里已经有{newest}。',
    write: '每一页都印着这个来源，请改成各期都适用的写法，例如“……历期检查通报”。',
  },
  'link-words-differ': {
    says: '链接的文字写着 {shown}，网址却指向 {host}。',
    write: '读者按文字判断会打开哪里：请核对网址，或者改文字。',
  },
  'link-to-number': {
    says: '网址的主机是数字 {number}，看不出是谁的网站。',
    write: '请改用域名；对方没有域名的，核对无误后可以保留，官方站点不能。',
  },
  'registration-missing': {
    says: '官方站点没有填写{what}（{field}）。',
    write: '请在 site.yaml 里补上；没有取得授权的站点请写 official: false。',
  },
  'recipient-missing': {
    says: '没有写明填报的收件人：有在线填报，单位却不知道文件交给谁。',
    write:
      '请在 data/site.yaml 里加上 recipient，例如 recipient: { name: 市政府办公室政务公开科, how: 电话 0000-0000000 }；不写的，表单上只写“办公室”和 contact。',
  },
  'licence-not-stated': {
    says: '没有写数据使用许可（licence）：数据目录和每个数据文件都会写“使用许可：未写明”。',
    write:
      '许可定下来以后，请在 site.yaml 里写上 licence 的 name，有全文的写上 address；没有定的可以先不写。',
  },
  'editor-without-repository': {
    says: '写了内容编辑器（editor），但{reason}，网站上不会有 admin/。',
    write: '请在 repository 里写上 address 和 kind（github、gitlab 或 gitea），或者删去 editor。',
  },
  'registration-absent': {
    says: '没有填写{what}：对应的页面标签和页脚项不显示。',
    write: '有的请补上；非官方站点没有登记的，写 registration: not-applicable。',
  },
  'report-without-order': {
    says: '数据里没有要求公开“{period}”这一期自查整改的文件。',
    write:
      '请核对期的编号，例如 2024-q2；有文件要求的，写在布置它的那一期检查的 deadlines 里。没有文件要求的，报告照常公开，不判断早晚，也不用核查记录。',
  },

  // The ledger of policies and consultations
  'ledger-not-year': {
    says: '“{name}”不是年份，政务公开台账按年份放。',
    write:
      '请用四位数字的年份命名，例如 data/openness/2023/xuzhou.yaml 和 data/openness/2023.yaml。',
  },
  'ledger-other-year': {
    says: '{what} {date} 不是 {year} 年的，这是 {year} 年的台账。',
    write: '请核对日期，或者把这一条移到那一年的文件里；编号不变。',
  },
  'report-of-other-year': {
    says: '年度报告写的是 {found} 年的，这是 {year} 年的台账。',
    write: '请核对 year，或者移到 data/openness/{found} 里这个单位的文件。',
  },
  'annual-report-early': {
    says: '{year} 年的年度报告 {published} 就公布了，那一年还没有过完。',
    write: '请核对日期的年份；确系如此，可以在 acknowledged 里写明理由。',
  },
  'policy-unknown': {
    says: '文件的编号“{id}”在各单位的政策文件台账里都没有。',
    write: '请核对编号；要写 data/openness 里 policies 左边的编号，例如 2023-xuzhou-01。',
  },
  'policy-unknown-near': {
    says: '文件的编号“{id}”在各单位的政策文件台账里都没有。',
    write: '是不是“{near}”？',
  },
  'ledger-record-unknown': {
    says: '编号“{id}”在各单位的政务公开台账里都没有。',
    write:
      '请核对编号；要写 data/openness 里 policies 或者 consultations 左边的编号，例如 2023-xuzhou-01。',
  },
  'document-number-twice': {
    says: '发文字号“{number}”已经登记为“{id}”（{file}）。',
    write:
      '一个文号只有一份文件：重复登记的，请只保留一条；几个单位联合发文、各自登记的，可以在 acknowledged 里写明理由。',
  },
  'document-number-word': {
    says: '“{text}”不是发文字号。',
    write: '没有文号的写 not-applicable，不知道的写 not-stated。',
  },
  'interpretation-early': {
    says: '解读 {on} 发布，早于文件公开的 {published}。',
    write: '请核对两处日期；确系先发布了解读的，可以在 acknowledged 里写明理由。',
  },
  'interpretation-one-way': {
    says: '文件和解读只有一边有链接：{missing}。',
    write:
      '请告诉网站补上链接，补好了改成 true；网站确系如此的，可以在 acknowledged 里写明理由，页面照实写“单向链接”。',
  },
  'consultation-short': {
    says: '“{kind}”征求意见 {days} {unit}，少于目录里的 {least} {unit}。',
    write:
      '请核对起止日期；因特殊情况缩短的，照公告把理由写进 shortened；确系如此、没有理由的，可以在 acknowledged 里写明。',
  },
  'feedback-early': {
    says: '意见采纳情况 {on} 公布，征求意见 {closes} 才截止。',
    write: '请核对两处日期；确系如此，可以在 acknowledged 里写明理由。',
  },
  'adopted-exceeds': {
    says: '采纳意见 {adopted} 条，多于收到的 {received} 条。',
    write: '请核对这两个数。',
  },
  'expects-feedback': {
    says: '{found}不是意见采纳情况的反馈。',
    write:
      '公布了的写成 feedback: { published: 2023-04-20 }；还没有公布的写 not-yet；不知道的不填。',
  },
  'complete-early': {
    says: '写了清单齐全（complete: true），核查日期（looked_on）{looked}。',
    write: '请填那一年过完以后核对的日期；还没有核对的，删去 complete。',
  },
  'gazette-year': {
    says: '文件是 {date} 公开的，刊登的却是“{issue}”。',
    write: '请核对是哪一期；确系跨年刊登的，可以在 acknowledged 里写明理由。',
  },

  // Figures
  'parts-do-not-add-up': {
    says: '“{split}”各部分相加是 {sum}，而“{name}”是 {total}，相差 {difference}。',
    write:
      '请核对录入。确系文件原文如此，在该领域（或这个数字下）加 as_printed: true；各部分没有列全，加 exhaustive: false；有重叠或各是平均数，加 additive: false。',
  },
  'parts-complete': {
    says: '“{split}”写了 exhaustive: false（没有列全），各部分相加却正好等于“{name}”{sum}。',
    write:
      '列全了的，请删去 exhaustive；各部分有重叠的，改写 additive: false。文件确系写了“等”的，可以在 acknowledged 里写明理由。',
  },
  'parts-exceed': {
    says: '“{split}”已知各部分相加是 {sum}，超过了“{name}”{total}。',
    write:
      '请核对录入。确系文件原文如此，在该领域（或这个数字下）加 as_printed: true；各部分有重叠，加 additive: false。',
  },
  'splits-differ': {
    says: '“{name}”{split}相加是 {sum}，{other}相加是 {otherSum}。',
    write:
      '请核对录入。确系文件原文如此，在该领域加 as_printed: true；其中一种没有列全，在那里加 exhaustive: false；有重叠，加 additive: false。',
  },
  'count-exceeds': {
    says: '“{smaller}”{value} 大于“{larger}”{limit}。',
    write: '请核对录入。确系文件原文如此，在该领域（或这个数字下）加 as_printed: true。',
  },
  'count-exceeds-parts': {
    says: '“{smaller}”{value} 大于“{larger}”{split}各部分相加的 {limit}。',
    write:
      '请核对录入。确系文件原文如此，在该领域加 as_printed: true；各部分没有列全，加 exhaustive: false。',
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
    says: '文件所载{name} {stated}，按 {numerator}/{denominator} 计算是 {computed}；按 {readings} 算也得 {stated}，可能是这样，也可能只是巧合。',
    write:
      '页面仍照原文显示 {stated}。请对照原件，不要照着凑：文件用了别的分子、分母的，在这个比率下写 numerator、denominator，或核对 counts_in_rate；四舍五入或截断的不用改；原文有误，需要发更正。',
  },
  'rate-truncated': {
    says: '文件所载{name} {stated} 是截断的：{numerator}/{denominator} 四舍五入是 {computed}。',
    write: '页面仍照原文显示 {stated}，不用改数据。核对无误后，可以在 acknowledged 里写明理由。',
  },
  'rate-exceeds': {
    says: '{name}的分子 {numerator} 大于分母 {denominator}。',
    write: '请核对录入，分子、分母是否写反。确系文件原文如此，在该领域加 as_printed: true。',
  },
  'rate-over-hundred': {
    says: '文件所载{name} {stated} 超过 100%。',
    write: '请核对录入。确系文件原文如此的，页面照原文显示，可能需要发更正。',
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
  'rounds-set-rate': {
    says: '“{label}”和“{other}”都写了合格率以它为准（sets_rate）。',
    write: '几次检查只有一次进入合格率，请删去另一处的 sets_rate。',
  },
  'tally-not-of-round': {
    says: '“{name}”{own} 与合格率所依据的“{label}”的 {its} 不一致。',
    write:
      '请核对 tally 和 rounds，或改正 sets_rate；确系文件原文如此，可以在 acknowledged 里写明理由。',
  },
  'change-value': {
    says: '“{name}”的升降方向（direction）是{direction}，幅度（value）却是 {value}。',
    write: '上升（up）、下降（down）的 value 写大于 0 的数，不带正负号；持平（level）不写 value。',
  },
  'change-words': {
    says: '“{name}”原文写“{stated}”，升降方向（direction）却是{direction}。',
    write: '请核对 direction：up 上升，down 下降，level 持平。',
  },
  'change-direction': {
    says: '“{name}”由 {from} 变为 {now} 是{actual}，升降方向（direction）却是{direction}。',
    write: '请核对 from 和 direction。原文有误的，需要发更正；页面仍照原文显示。',
  },
  'change-impossible': {
    says: '“{name}”现为 {now}，{moved}，那么原来是 {before}。',
    write: '请核对幅度、单位和升降方向。原文有误的，需要发更正；页面仍照原文显示。',
  },
  'stated-differs': {
    says: '“{name}”原文写法（stated）是“{stated}”，数值却是 {value}。',
    write: '请对照原件核对这两处；页面显示 stated，计算用数值。',
  },
  'bounds-contradict': {
    says: '“{name}”既是 {number}，又是{limit}。',
    write: '请核对 value、at_least、at_most、above、below。',
  },
  'all-but-some': {
    says: '“{name}”原文写“{stated}”，而{whole} {total} 个中只有 {number} 个。',
    write: '请核对录入。原文有误的，需要发更正；页面仍照原文显示。',
  },
  'split-of-nothing': {
    says: '{split}拆分的是“{of}”，各部分却都没有这个数。',
    write: '各部分都有的是：{given}。请核对 of。',
  },
  'rank-order': {
    says: '“{name}”{value} 排第 {rank}，“{other}”{otherValue} 排第 {otherRank}，名次与得分不符。',
    write: '请核对得分和名次。原文有误的，需要发更正；页面仍照原文显示。',
  },
  'score-above-full': {
    says: '“{name}”{value} 高于满分 {full}。',
    write: '请核对得分和满分（full）；满分要含加分。',
  },
  'row-width': {
    says: '第 {row} 行有 {found} 格，{wide}有 {expected} 格。',
    write: '请核对有没有漏写、多写或多余的逗号；空格写“—”。',
  },
  'table-total-differs': {
    says: '“{label}”一行的“{name}”是 {value}，各行相加是 {sum}。',
    write:
      '请核对有没有录错、漏行。确系文件如此，或者只摘录了几行，可以在 acknowledged 里写明理由。',
  },
  'table-sum-differs': {
    says: '第 {row} 行的“{name}”是 {value}，{parts}相加是 {sum}；别的行对得上。',
    write: '请核对有没有录错。确系文件如此，可以在 acknowledged 里写明理由。',
  },
  'table-rate-differs': {
    says: '第 {row} 行的“{name}”是 {stated}，按 {numerator}/{denominator} 计算是 {computed}。',
    write: '请核对有没有录错。确系文件如此，可以在 acknowledged 里写明理由。',
  },
  'table-count-exceeds': {
    says: '第 {row} 行的“{smaller}”{value} 大于“{larger}”{limit}。',
    write: '请核对有没有录错。确系文件如此，可以在 acknowledged 里写明理由。',
  },
  'table-rank-order': {
    says: '第 {row} 行的“{score}”{value} 排第 {rank}，第 {otherRow} 行的 {otherValue} 排第 {otherRank}，名次与“{score}”不符。',
    write: '请核对有没有录错。确系文件如此，可以在 acknowledged 里写明理由。',
  },
  'table-number-order': {
    says: '第 {row} 行的序号是 {value}，上一行是 {before}。',
    write: '请核对有没有漏行、重行。确系文件如此，可以在 acknowledged 里写明理由。',
  },
  'table-differs': {
    says: '“{title}”的“{column}”{how}是 {sum}，而{area}的“{name}”是 {value}。',
    write: '请核对哪一处录错了。确系文件如此，或者只摘录了几行，可以在 acknowledged 里写明理由。',
  },
  'table-list-differs': {
    says: '“{title}”列了 {listed} 个，而{name}不合格 {failed} 个。',
    write:
      '请核对有没有漏行、重行，或者不合格数录错了。确系文件如此，可以在 acknowledged 里写明理由。',
  },
  'coverage-differs': {
    says: '写的是全覆盖检查，而检查 {checked}，少于{name} {all}。',
    write:
      '请核对检查数；抽查的，coverage 写 sample。确系文件如此，可以在 acknowledged 里写明理由。',
  },
  'change-unit-differs': {
    says: '“{name}”的单位是“{unit}”，升降的单位却是“{other}”。',
    write: '请核对哪一个单位录错了；升降用百分比的，写 "%"。',
  },
  'population-differs': {
    says: '{label}是 {before}，{flows}，这一期应当是 {expected}，总数（total）却是 {total}。',
    write:
      '请核对总数和增减的数。增减不是从那以后算的，或者另有变更，文件确系如此的，可以在 acknowledged 里写明理由。',
  },
  'clear-area-has-issue': {
    says: '问题“{text}”计入合格率，而它的领域“{name}”写了{clear}。',
    write:
      '请对照文件，核对 counts_in_rate 和这个领域的数字；文件确系两样都写的，可以在 acknowledged 里写明理由。',
  },
  'account-life-backwards': {
    says: '“{name}”{closed} 关停，早于开设的 {opened}。',
    write: '请核对 opened（开设日期）和 closed（关停日期）。',
  },
  'account-closed-before': {
    says: '问题点名的“{name}”（{id}）已于 {closed} 关停，早于这一期开始的 {start}。',
    write:
      '请核对账号的编号和关停日期；文件确系点名已关停账号的（例如没有注销），可以在 acknowledged 里写明理由。',
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
  'start-day-unknown': {
    says: '期限从 {after} 起算，而 document 里没有 {after} 的日期，算不出到哪一天。',
    write:
      '请在 document 里补上 {after} 的年月日；文件没有写明的，把 after 改成日期，或改填 words。',
  },
  'working-days-unknown': {
    says: '从 {after} 起算 {days} 个工作日，要用 {year} 年的放假安排，本站还没有，算不出到哪一天。',
    write:
      '请核对日期。日期没有错的，国务院办公厅的放假通知公布后，照着填到 data/site.yaml 的 holidays 里；或算好以后改填 due。',
  },
  'holiday-outside-year': {
    says: '{day} 不在 {year} 年。',
    write: '请核对日期；每年的放假安排写在那一年下面，元旦假期从上一年12月开始的也写在这里。',
  },
  'holiday-twice': {
    says: '{day} 写了不止一次。',
    write: '请核对日期：一天只属于一个假期，补班的日子不在假期里。',
  },
  'make-up-on-weekday': {
    says: '补班的 {day} 不是星期六或星期日。',
    write: '请核对日期；work 里只写因调休要上班的星期六、星期日。',
  },
  'deadline-time-differs': {
    says: '原文期限“{stated}”写的是 {clock}，time 却是 {time}。',
    write: '请核对时刻；time 用 24 小时制，下午5时写 "17:00"。',
  },
  'deadline-before-document': {
    says: '期限 {due} 早于{name} {date}（{at}）。',
    write: '请核对两处日期{later}；确系期限过后才成文的，可以在 acknowledged 里写明理由。',
  },
  'document-dates-backwards': {
    says: '{name} {later} 早于{other} {earlier}（{at}）。',
    write: '请核对两处日期；原件确系如此，可以在 acknowledged 里写明理由。',
  },
  'steps-backwards': {
    says: '这一步的日期 {on} 早于前一步（第 {n} 步）的 {before}。',
    write: '整改进展按先后填写；请核对日期，或调整次序。',
  },
  'step-before-period': {
    says: '整改进展的日期 {on} 早于这一期的起始日期 {start}（period.start）。',
    write: '请核对日期；确系检查期之前已经整改的，可以在 acknowledged 里写明理由。',
  },
  'label-differs': {
    says: '“{label}”是 {from} 至 {to}，起止日期却是 {found}。',
    write:
      '请核对名称和 start、end，改正录错的一处；原件确系如此，可以在 acknowledged 里写明理由。',
  },
  'date-far': {
    says: '{date} 与{period}相差 {years} 年以上。',
    write: '请核对年份；确系如此，可以在 acknowledged 里写明理由。',
  },
  'period-not-begun': {
    says: '这一期从 {start} 开始，而{name}是 {date}（{at}），检查还没有开始。',
    write: '请核对这两个日期的年份；确系如此，可以在 acknowledged 里写明理由。',
  },
  'window-far': {
    says: '统计时段 {window} 与{period}相差一年以上。',
    write: '请核对年份；确系如此，可以在 acknowledged 里写明理由。',
  },
  'title-period-differs': {
    says: '标题写的是{named}，而这一期是{period}。',
    write: '请核对标题和期；标题确系写别的一期，可以在 acknowledged 里写明理由。',
  },
  'window-year': {
    says: '统计时段 {window} 不在{period}里，年份换成 {year} 就在。',
    write: '请核对年份；确系如此，可以在 acknowledged 里写明理由。',
  },
  'number-year-differs': {
    says: '发文字号“{number}”是 {year} 年的，而{name}是 {date}。',
    write: '请核对发文字号和日期的年份；确系如此，可以在 acknowledged 里写明理由。',
  },
  'number-brackets': {
    says: '发文字号“{number}”的年份没有用六角括号。',
    write:
      '公文的发文字号用〔〕（GB/T 9704）：{better}；文件确系如此的，可以在 acknowledged 里写明理由。',
  },
  'label-number-differs': {
    says: '“{label}”写的是第{named}{unit}，{field} 却是 {value}。',
    write:
      '请核对名称（label）和 {field}（{title}）；原件确系如此，可以在 acknowledged 里写明理由。',
  },
  'previous-round-differs': {
    says: '“{label}”是 {from} 至 {to}，{how}。',
    write:
      '请核对 previous_round 的 label 写的是哪一期；确系如此，可以在 acknowledged 里写明理由。',
  },
  'window-after-document': {
    says: '时段中的 {date} 晚于{name} {written}（{at}），文件写不到还没有发生的事。',
    write: '请核对这两个日期。',
  },
  'published-here-early': {
    says: '本站发布日期 {here} 早于{name} {published}。',
    write: '请核对这两个日期。',
  },
  'published-early': {
    says: '公开日期 {published} 早于自查的起始日期 {start}。',
    write: '请核对日期。',
  },
  'report-hidden-from-look': {
    says: '主管机关{looked}核查时报告已经公开，publish_on 却要到{day}才让它出现；在那之前，台账会写成“核查未公开”。',
    write: '请删去 publish_on，或者改成不晚于{looked}的日期。',
  },
  'result-area-unlisted': {
    says: 'results 里有“{name}”（{area}）的数字，areas 里却没有这个领域。',
    write: '请核对是不是写错了领域；报告确实写了的，在 areas 里加上 {area}。',
  },
  'problems-contradict': {
    says: '写了没有发现问题（no_problems：{clear}），又列了 {count} 个问题（problems）。',
    write: '请对照报告，删去其中一处；报告确系两样都写的，可以在 acknowledged 里写明理由。',
  },
  'inspection-empty': {
    says: '{period}这一期什么内容也没有：没有数字、问题、期限、附件，也没有通报正文。',
    write: '网站会有一个空的页面。请补上内容；只公布单位自查报告的，不用建检查文件，删去它就行。',
  },
  'exempt-and-published': {
    says: '“{unit}”既列为免于公开，又已有自查报告。',
    write: '请删除其中一处。',
  },
  'correction-missing': {
    says: '“{at}”已经公开，原来是“{from}”，现在是“{to}”，没有写更正。',
    write:
      '请在 {record} 的 corrections 里加（没有 corrections 就先加一行“corrections:”）：{entry}',
  },
  'record-withdrawn': {
    says: '“{id}”在“{ref}”里已经公开，现在没有这个文件了。',
    write:
      '撤回或改名也要说明：请在 data/corrections.yaml 的 corrections 里加（没有这个文件就新建，第一行写“corrections:”）：{entry}；误删的请恢复文件。',
  },
  'correction-differs': {
    says: '更正写“{at}”改成了“{to}”，数据里现在是“{now}”。',
    write: '请改正 to，或改正数据；后来又改过的，再加一条更正。',
  },
  'correction-withdrawn': {
    says: '更正写“{at}”的“{from}”已经撤回或删去，现在还在。',
    write: '请核对 at；改成了别的内容的，补上 to。',
  },
  'correction-nowhere': {
    says: '更正的位置“{at}”找不到。',
    write:
      '请照抄数据中的位置，例如 areas.media.tally.failed；通报正文写 bulletin；删去的内容不写 to。',
  },
  'correction-early': {
    says: '更正日期 {on} 早于公开日期 {published}。',
    write: '请核对日期；公开以前的改动不用写更正。',
  },
  'correction-from-differs': {
    says: '更正写“{at}”原来是“{from}”，已公开的版本里是“{before}”。',
    write: '请照已公开的版本改正 from。',
  },
  'correction-empty': {
    says: '这条更正没有写明改了什么。',
    write: '请填写 from（原来的内容）或 to（更正后的内容），一般两个都写。',
  },
  'base-unreadable': {
    says: '这个文件在“{ref}”里有错误，只比较了读得出的部分。',
    write: '请自己核对这个文件改动过的地方，该更正的写进 corrections。',
  },
  'base-empty': {
    says: '“{ref}”里还没有公开过的记录，没有可以比较的内容。',
    write: '第一次发布时就是这样；否则请核对版本和文件夹。',
  },

  // Any text
  'personal-data': {
    says: '这里有{what}（{number}）。',
    write: '个人信息不能公开，请删去；确需说明时用“某某”代替，已提交的请联系管理员清除历史。',
  },
  'personal-number': {
    says: '这里像是有{what}（{number}）。',
    write:
      '个人的请删去；对外公布的值班电话，或者不是这种号码的，在 acknowledged 里写明理由。写明“工单编号”“合同编号”等名称的号码不会提示。',
  },
  'security-mark': {
    says: '这里标有“{mark}”。',
    write: '涉密的内容不能公开。请核对；已经解密的，请删去这个标记，或在后面注明“已解密”。',
  },
  'draft-mark': {
    says: '这里标有“{mark}”。',
    write:
      '没有定稿的内容一般不公开。请核对；已经定稿的，请删去这个标记；引用别的文件的题目，加书名号《》；确系公开征求意见的，在 acknowledged 里写明理由。',
  },
  'internal-address': {
    says: '这里有内部网络的地址“{address}”。',
    write:
      '请删去，或写成公众能打开的网址：内部地址公众打不开，也暴露了内部网络。不是地址的，或者确需公布的，在 acknowledged 里写明理由。',
  },
  'email-not-listed': {
    says: '这里有邮箱地址（{email}），它不在 site.yaml 的 contact 里。',
    write:
      '个人邮箱请删去；公示办公室的邮箱请先写进 site.yaml 的 contact；别的单位对外公布的办公邮箱，在 acknowledged 里写明理由。',
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
    says: '正文读不下去：{detail}',
    write: '{fix}',
  },
  'mdx-not-allowed': {
    says: '这里不能使用{what}。',
    write: '只能用：{known}。',
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
  'typed-by-hand-either': {
    says: '“{text}”在数据里有，这里却是手工输入的；等于它的有：{paths}。',
    write:
      '请按意思选一个，例如 <Value of="{path}" />，数据改动时正文才会跟着变；说的是另外的事，可以保留。',
  },
  'backslash-printed': {
    says: '这里的反斜杠会印在正文里：“{text}”。',
    write: '请写成“{better}”：反斜杠只去掉后面一个符号的特殊含义，要写在那个符号（例如点）的前面。',
  },
  'counter-missing': {
    says: '引用“{path}”只印出数字“{value}”，后面是“{next}”，没有量词。',
    write:
      '请照文件在引用后面写上量词，例如“个”“家”“条”“件”。文件确系没有写量词的，可以在 acknowledged 里写明理由。',
  },
  'unit-repeated': {
    says: '引用“{path}”自己印出“{value}”，{side}又写了“{word}”，连起来是“{printed}”。',
    write:
      '请删去正文里的“{word}”。引用照数据显示：写了 unit（单位）或 stated（原文写法）的，连同单位；计数和各部分只是数字，单位写在正文里；期限带“前”字。',
  },
  'heading-number': {
    says: '标题的序号是“{found}”，{before}，按次序应当是“{expected}”。',
    write: '请对照原件核对序号，看看有没有漏录一段；原件确系如此，可以在 acknowledged 里写明理由。',
  },
  'passage-twice': {
    says: '“{path}”的原文已经在前面标注过。',
    write: '一条记录只标注一处原文，请删除其中一个 <Passage>。',
  },
  'bulletin-title': { says: '通报没有标题。', write: '第一行请写成“# 标题”。' },
} as const satisfies Record<string, Wording>

export type ProblemCode = keyof typeof catalogue
