import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

/** A site that has written its registration in full. */
const registered = [
  {
    file: at.site,
    replace: 'registration: not-applicable',
    by: 'registration:\n  site_name: 示例市人民政府\n  domain: www.example.gov.cn\n  code: "0000000001"\n  icp: 例ICP备00000000号-1\n  police: 例公网安备 00000000000001号\n  mark: https://bszs.conac.cn/sitename?method=show&id=00000000000000000000000000000000',
  },
] as const

export const fields = {
  'unknown-key': {
    level: 'error',
    means: '左边的名称不是这里的字段。可能写错了地方，缩进多了或少了。',
    args: { key: 'address', known: 'name、tier、became', hint: '' },
    example: {
      file: at.units,
      replace: '  gaoxin: { name: 宜宾高新区, tier: zone }',
      by: '  gaoxin: { name: 宜宾高新区, tier: zone, address: 宜宾市 }',
    },
  },
  'key-outdented': {
    level: 'error',
    means: '同一条里的各行要左边对齐。少了空格，这一行就成了上一级的内容。',
    args: { key: 'text', parent: '2024-q1-07' },
    example: {
      file: at.inspection,
      replace: '    text: “互动交流-为民直通车”链接无法访问',
      by: '  text: “互动交流-为民直通车”链接无法访问',
    },
  },
  'unknown-key-near': {
    level: 'error',
    means: '名称与这里的一个字段只差一点，多半是拼错了。',
    args: { key: 'faild', near: 'failed' },
    example: {
      file: at.inspection,
      replace: '    tally: { total: 370, checked: 370, failed: 1 }',
      by: '    tally: { total: 370, checked: 370, faild: 1 }',
    },
  },
  'key-missing': {
    level: 'error',
    means: '这一组里少了一个必填的字段。箭头指着缺了字段的那一组，不是缺的那一行。',
    args: {
      key: 'severity',
      title: '程度',
      hint: '：veto 单项否决，ordinary 一般问题，not-stated 文件未写明',
    },
    example: {
      file: at.inspection,
      replace: '    severity: veto\n    counts_in_rate: true',
      by: '    counts_in_rate: true',
    },
  },
  'value-empty': {
    level: 'error',
    means: '冒号后面没有内容。没有的事实不写，不要留空。',
    args: { key: 'issuer' },
    example: { file: at.inspection, replace: 'issuer: 宜宾市人民政府办公室', by: 'issuer:' },
  },
  'list-empty': {
    level: 'error',
    means: '方括号里没有内容。没有这一项就整行不写。',
    args: {},
    example: {
      file: at.inspection,
      replace: '    indicators: [media-dead-link]',
      by: '    indicators: []',
    },
  },
  'expects-object': {
    level: 'error',
    means: '这里要写一组字段，每个值都有名称；现在只有值，没有名称。',
    args: {
      found: '一个列表',
      fields:
        '，可以写的字段：total、running、checked、passed、failed、received、valid、verified、closed、closed_on_time、open、published',
    },
    example: {
      file: at.inspection,
      replace: '    tally: { valid: 10, closed: 10 }',
      by: '    tally: [10, 10]',
    },
  },
  'expects-list': {
    level: 'error',
    means: '这里可以有几个值，所以只有一个也要放进方括号。',
    args: { found: '一组字段' },
    example: {
      file: at.inspection,
      replace: '    indicators: [media-blank-column]',
      by: '    indicators: { id: media-blank-column }',
    },
  },
  'expects-id': {
    level: 'error',
    means: '这里填编号，不填名称。单位的编号在 data/units.yaml 里查。',
    args: { found: '“XUZHOU区”' },
    example: { file: at.inspection, replace: '    units: [xuzhou]', by: '    units: [XUZHOU区]' },
  },
  'expects-year': {
    level: 'error',
    means: '放假安排的左边写年份，四位数字。',
    args: { found: '“27”' },
    example: {
      file: at.site,
      replace: 'rate_decimals: 1',
      by: 'rate_decimals: 1\nholidays: { 27: { off: [{ start: 2027-10-01, end: 2027-10-07 }] } }',
    },
  },
  'expects-id-near': {
    level: 'error',
    means: '这里填编号，不填名称；提示里给出了这个名称的编号。',
    args: { found: '“叙州区”', near: 'xuzhou' },
    example: { file: at.inspection, replace: '    units: [xuzhou]', by: '    units: [叙州区]' },
  },
  'expects-text': {
    level: 'error',
    means: '这里要写一段文字，不是列表，也不是一组字段。',
    args: { found: '一个列表' },
    example: { file: at.channels, replace: 'name: 叙州教育', by: 'name: [叙州教育]' },
  },
  'expects-date': {
    level: 'error',
    means: '日期只有一种写法：年-月-日，月、日都是两位。照抄原文日期的字段是 stated，不在这里。',
    args: { found: '“2024-13-05”' },
    example: {
      file: at.inspection,
      replace: 'rechecked_until: 2024-03-05',
      by: 'rechecked_until: 2024-13-05',
    },
  },
  'expects-date-or-month': {
    level: 'error',
    means: '统计时段的起止可以写到日，也可以写到月。',
    args: { found: '“2023-13”' },
    example: {
      file: at.inspection,
      replace: '    window: { start: 2023-12 }',
      by: '    window: { start: 2023-13 }',
    },
  },
  'expects-count': {
    level: 'error',
    means: '这里只能是不带单位的整数。',
    args: { found: '“一位”' },
    example: { file: at.site, replace: 'rate_decimals: 1', by: 'rate_decimals: 一位' },
  },
  'expects-figure': {
    level: 'error',
    means:
      '数量只写数字，不带单位，不加逗号。文件没有写明的写 not-stated；0是“确实一个也没有”，两回事。',
    args: { found: '“若干”' },
    example: {
      file: at.inspection,
      replace: '    tally: { running: 49, checked: 49, failed: 0 }',
      by: '    tally: { running: 若干, checked: 49, failed: 0 }',
    },
  },
  'expects-number': {
    level: 'error',
    means: '得分、人数这类数字只写数字，可以有小数，单位写在 unit 里。',
    args: { found: '“优秀”' },
    example: {
      file: at.inspection,
      replace: '  openness: { figures: { 平均得分: 92.5 } }',
      by: '  openness: { figures: { 平均得分: 优秀 } }',
      given: [
        {
          file: at.inspection,
          replace: '  openness: {}\n',
          by: '  openness: { figures: { 平均得分: 92.5 } }\n',
        },
      ],
    },
  },
  'expects-value': {
    level: 'error',
    means: '一组里写了说明，却没有写数。',
    args: {},
    example: {
      file: at.inspection,
      replace: '    tally: { valid: { value: 10, approximate: true }, closed: 10 }',
      by: '    tally: { valid: { approximate: true }, closed: 10 }',
      given: [
        {
          file: at.inspection,
          replace: '    tally: { valid: 10, closed: 10 }',
          by: '    tally: { valid: { value: 10, approximate: true }, closed: 10 }',
        },
      ],
    },
  },
  'expects-count-name': {
    level: 'error',
    means: '分子、分母、拆分对象要写计数的英文名称，例如 checked（检查）。',
    args: {
      found: '“正常运行”',
      known:
        'total（总数）、running（正常运行）、checked（检查）、passed（合格）、failed（不合格）、received（收到）、valid（有效）、verified（属实）、closed（办结）、closed_on_time（按期办结）、open（在办）、published（公开）',
    },
    example: { file: at.inspection, replace: '        of: running', by: '        of: 正常运行' },
  },
  'expects-rate-name': {
    level: 'error',
    means:
      '比率的名称要么是程序认识的四个（合格率写 passed，程序才能核对），要么照抄文件里的中文名称；其他英文名称多半是笔误。',
    args: {
      key: 'quality',
      known: 'passed（合格率）、failed（不合格率）、closed（办结率）、closed_on_time（按期办结率）',
    },
    example: {
      file: at.inspection,
      replace: '      closed_on_time: { stated: "100%" }',
      by: '      quality: { stated: "100%" }',
    },
  },
  'expects-split-name': {
    level: 'error',
    means: '分组的名称要么是程序认识的，要么照抄文件里的中文说法。',
    args: {
      key: 'size',
      known:
        'tier（层级）、platform（平台）、region（地区）、outcome（结果）、channel（渠道）、type（类型）',
    },
    example: {
      file: at.inspection,
      replace: '    splits:\n      tier:\n        of: running',
      by: '    splits:\n      size:\n        of: running',
    },
  },
  'expects-time': {
    level: 'error',
    means: '时刻写成“时:分”，要加英文双引号。',
    args: { found: '“中午12点”' },
    example: {
      file: at.inspection,
      replace: '    time: "12:00"',
      by: '    time: 中午12点',
      given: [
        {
          file: at.inspection,
          replace: '    due: 2024-03-15\n',
          by: '    due: 2024-03-15\n    time: "12:00"\n',
        },
      ],
    },
  },
  'deadline-empty': {
    level: 'error',
    means:
      '一项期限至少要说明什么时候完成：有日期的写 due，“几天之内”写 within，“每月一次”写 every，只有“当日清零”这类说法的写 words。',
    args: {},
    example: {
      file: at.inspection,
      replace: '    due: 2024-03-15\n    stated: 2024年3月15日前',
      by: '    stated: 2024年3月15日前',
    },
  },
  'extension-without-until': {
    level: 'error',
    means: '同意延期，就要写明延到哪一天；网站按新的日期计算，不再按原来的日期。',
    args: {},
    example: {
      file: at.inspection,
      replace: '      - { on: 2024-03-14, step: extended, until: 2024-04-30 }',
      by: '      - { on: 2024-03-14, step: extended }',
      given: [
        {
          file: at.inspection,
          replace: '    problem: 严重表述错误\n',
          by: '    problem: 严重表述错误\n    rectification:\n      - { on: 2024-03-14, step: extended, until: 2024-04-30 }\n',
        },
      ],
    },
  },
  'until-without-extension': {
    level: 'error',
    means: '只有同意延期（extended）这一步才有延期到的日期。',
    args: {},
    example: {
      file: at.inspection,
      replace: '      - { on: 2024-03-14, step: extended, until: 2024-04-30 }',
      by: '      - { on: 2024-03-14, step: reported, until: 2024-04-30 }',
      given: [
        {
          file: at.inspection,
          replace: '    problem: 严重表述错误\n',
          by: '    problem: 严重表述错误\n    rectification:\n      - { on: 2024-03-14, step: extended, until: 2024-04-30 }\n',
        },
      ],
    },
  },
  'withdrawal-without-reason': {
    level: 'error',
    means: '点名的问题撤销了，公众要看得到为什么；没有理由的不能撤销。',
    args: {},
    example: {
      file: at.inspection,
      replace: '      - { on: 2024-03-14, step: withdrawn, reason: 经核实账号由上级主办 }',
      by: '      - { on: 2024-03-14, step: withdrawn }',
      given: [
        {
          file: at.inspection,
          replace: '    problem: 严重表述错误\n',
          by: '    problem: 严重表述错误\n    rectification:\n      - { on: 2024-03-14, step: withdrawn, reason: 经核实账号由上级主办 }\n',
        },
      ],
    },
  },
  'deadline-twice': {
    level: 'error',
    means:
      '期限只能有一个来处：文件印了日期就照录日期，没有印日期才由程序计算；反复要做的没有截止日期。',
    args: {},
    example: {
      file: at.inspection,
      replace: '    due: 2024-03-15\n    stated: 2024年3月15日前',
      by: '    due: 2024-03-15\n    within: { days: 10, kind: working, after: 2024-03-01 }\n    stated: 2024年3月15日前',
    },
  },
  'expects-start-day': {
    level: 'error',
    means: '“几天之内”要从某一天的次日算起。写这一天的日期，或说明是文件的哪个日期。',
    args: { found: '“印发之日”' },
    example: {
      file: at.inspection,
      replace: '    within: { days: 10, kind: working, after: 2024-03-01 }',
      by: '    within: { days: 10, kind: working, after: 印发之日 }',
      given: [
        {
          file: at.inspection,
          replace: '    due: 2024-03-15\n    stated: 2024年3月15日前',
          by: '    within: { days: 10, kind: working, after: 2024-03-01 }\n    stated: 本通报印发后10个工作日内',
        },
      ],
    },
  },
  'expects-missing': {
    level: 'error',
    means: '没有数的时候，只能从四个原因里选一个，不能自己写。',
    args: { found: '“无”' },
    example: null,
  },
  'expects-percent': {
    level: 'error',
    means: '文件印的百分数连同百分号一起照抄，加英文双引号。',
    args: { found: '“9成7”' },
    example: {
      file: at.inspection,
      replace: '      passed: { stated: "99.7%" }',
      by: '      passed: { stated: "9成7" }',
    },
  },
  'expects-yes-no': {
    level: 'error',
    means: '这里只有“是”和“否”两种情况，写成 true 和 false。',
    args: { found: '“尚未授权”' },
    example: { file: at.site, replace: 'official: false', by: 'official: 尚未授权' },
  },
  'expects-yes-no-or-not-stated': {
    level: 'error',
    means: '这里有三种情况：是、否、文件没有写明。',
    args: { found: '“计入”' },
    example: {
      file: at.inspection,
      replace: '    counts_in_rate: true',
      by: '    counts_in_rate: 计入',
    },
  },
  'expects-address': {
    level: 'error',
    means:
      '网址要写完整，从 http:// 或 https:// 开始，一眼看得出通向哪里：不带用户名和密码，不用 xn-- 编码，也不夹杂看起来像英文的其他字母。',
    args: { found: '“www.example.com/zwgk/20240603.html”' },
    example: {
      file: at.report,
      replace: 'address: https://www.example.com/zwgk/20240603.html',
      by: 'address: www.example.com/zwgk/20240603.html',
      given: [
        {
          file: at.report,
          append:
            'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\naddress: https://www.example.com/zwgk/20240603.html\n',
        },
      ],
    },
  },
  'expects-secure-address': {
    level: 'error',
    means: '表单把填好的内容带到数据仓库的网页上，所以只用加密的网址。',
    args: { found: '“http://git.example.com/office”' },
    example: {
      file: at.site,
      replace: 'address: https://git.example.com/office/bulletins',
      by: 'address: http://git.example.com/office',
      given: [
        {
          file: at.site,
          append:
            'repository:\n  address: https://git.example.com/office/bulletins\n  branch: main\n  folder: data\n',
        },
      ],
    },
  },
  'expects-branch': {
    level: 'error',
    means: '分支是仓库里存放一套文件的地方，名称在仓库首页上能看到；里面没有空格和冒号。',
    args: { found: '“main branch”' },
    example: {
      file: at.site,
      replace: 'branch: main',
      by: 'branch: main branch',
      given: [
        {
          file: at.site,
          append:
            'repository:\n  address: https://git.example.com/office/bulletins\n  branch: main\n  folder: data\n',
        },
      ],
    },
  },
  'expects-folder': {
    level: 'error',
    means: '表单建的文件放在数据文件夹里，所以要知道它在仓库的哪里。',
    args: { found: '“/data”' },
    example: {
      file: at.site,
      replace: 'folder: data',
      by: 'folder: /data',
      given: [
        {
          file: at.site,
          append:
            'repository:\n  address: https://git.example.com/office/bulletins\n  branch: main\n  folder: data\n',
        },
      ],
    },
  },
  'expects-host': {
    level: 'error',
    means: '域名用来生成每页的 SiteDomain 标签，不带协议和路径。',
    args: { found: '“https://www.example.gov.cn/”' },
    example: {
      file: at.site,
      replace: 'domain: www.example.gov.cn',
      by: 'domain: "https://www.example.gov.cn/"',
      given: registered,
    },
  },
  'expects-picture': {
    level: 'error',
    means: '红头和印章要用 PNG 或 JPG 图片，放进通报的 Word 文件里；别的格式放不进去。',
    args: { found: '“红头.pdf”' },
    example: null,
  },
  'expects-site-code': {
    level: 'error',
    means: '网站标识码是10位数字，或 bm 加8位、N 加9位数字；不加引号时前面的0会丢掉。',
    args: { found: '“000000001”' },
    example: {
      file: at.site,
      replace: 'code: "0000000001"',
      by: 'code: "000000001"',
      given: registered,
    },
  },
  'expects-icp': {
    level: 'error',
    means: '备案号要和备案系统里的一字不差，页脚会链接到备案系统。',
    args: { found: '“ICP备00000000”' },
    example: {
      file: at.site,
      replace: 'icp: 例ICP备00000000号-1',
      by: 'icp: ICP备00000000',
      given: registered,
    },
  },
  'expects-police': {
    level: 'error',
    means: '公安备案号里的14位数字用来链接到备案系统。',
    args: { found: '“公网安备1号”' },
    example: {
      file: at.site,
      replace: 'police: 例公网安备 00000000000001号',
      by: 'police: 公网安备1号',
      given: registered,
    },
  },
  'expects-mark': {
    level: 'error',
    means: '党政机关网站标识要链接到标识管理机构的查询页面。',
    args: { found: '“https://www.example.com/mark.png”' },
    example: {
      file: at.site,
      replace:
        'mark: https://bszs.conac.cn/sitename?method=show&id=00000000000000000000000000000000',
      by: 'mark: https://www.example.com/mark.png',
      given: registered,
    },
  },
  'expects-registration': {
    level: 'error',
    means: '登记信息是一组字段；没有登记的只能写 not-applicable。',
    args: { found: '“没有”' },
    example: {
      file: at.site,
      replace: 'registration: not-applicable',
      by: 'registration: 没有',
    },
  },
  'expects-time-zone': {
    level: 'error',
    means: '判断“今天”要用时区。全国统一写 Asia/Shanghai。',
    args: { found: '“北京时间”' },
    example: { file: at.site, replace: 'time_zone: Asia/Shanghai', by: 'time_zone: 北京时间' },
  },
  'expects-choice': {
    level: 'error',
    means: '这里只能从几个英文词里选一个，提示里列出了全部可选的词。',
    args: { found: '“全覆盖”', known: 'full（全覆盖检查）、sample（抽查）' },
    example: {
      file: at.inspection,
      replace: '    coverage: full\n    tally: { running',
      by: '    coverage: 全覆盖\n    tally: { running',
    },
  },
  'expects-units': {
    level: 'error',
    means: '单位可以有几个，所以要放进方括号；文件没有写明是哪个单位的，写 not-stated。',
    args: { found: '一组字段' },
    example: {
      file: at.inspection,
      replace: '    units: [xuzhou]',
      by: '    units: { unit: xuzhou }',
    },
  },
  'expects-audience': {
    level: 'error',
    means: '由谁完成，只有三种写法：各级各部门、几个单位、附件里列出的单位。',
    args: { found: '“全市各级各部门”' },
    example: { file: at.inspection, replace: '    who: all-units', by: '    who: 全市各级各部门' },
  },
  'expects-cell': {
    level: 'error',
    means: '附件表的一格只能是文字、数字，或者从数据里取的一个值；原文空着的格子也要写，写“—”。',
    args: { found: '一个列表' },
    example: {
      file: at.inspection,
      replace: '        - { of: units.xuzhou }',
      by: '        - [units.xuzhou]',
    },
  },
  'value-above': {
    level: 'error',
    means: '数比允许的最大值还大。',
    args: { found: '“9”', limit: 4 },
    example: { file: at.site, replace: 'rate_decimals: 1', by: 'rate_decimals: 9' },
  },
  'value-range': {
    level: 'error',
    means: '数不在允许的范围里，例如小于最小值。',
    args: { found: '“-1”' },
    example: null,
  },
} as const satisfies Explanations
