import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const files = {
  'folder-missing': {
    level: 'error',
    means: '文件夹被改名、移走了，或者设置里的位置写错了。',
    args: { folder: 'content' },
    example: {
      right: '项目里有文件夹 content',
      wrong: '文件夹 content 被改名或移走',
      does: { file: 'content', remove: true },
    },
  },
  'proposal-folder': {
    level: 'error',
    means:
      '流水线检查别人提交的内容时，数据和内容的文件夹本身也不能是链接：提交的人可以让它指向构建服务器上的任何地方。',
    args: { folder: 'proposal/data', reason: '要经过“data”，它是链接' },
    example: null,
  },
  'folder-empty': {
    level: 'error',
    means: '文件夹在，里面一个可用的文件也没有。检查数据至少要有一期。',
    args: { folder: 'data/inspections', example: '2024-q1.yaml' },
    example: {
      right: 'data/inspections 里有 2024-q1.yaml',
      wrong: 'data/inspections 是空的',
      does: { file: at.inspection, remove: true },
    },
  },
  'bulletins-missing': {
    level: 'warning',
    means: '有检查数据，没有通报正文。网站照常生成，只是没有通报全文那一页。',
    args: { folder: 'content/bulletins', example: '2024-q1.mdx' },
    example: {
      right: 'content/bulletins 里有 2024-q1.mdx',
      wrong: 'content/bulletins 是空的',
      does: { file: at.bulletin, remove: true },
    },
  },
  'file-missing': {
    level: 'error',
    means: '少了一个必须有的文件。data 里一定要有 site.yaml 和 units.yaml。',
    args: { name: at.site },
    example: {
      right: 'data 里有 site.yaml',
      wrong: 'site.yaml 被删除或移走',
      does: { file: at.site, remove: true },
    },
  },
  'file-name': {
    level: 'error',
    means:
      '文件名（或文件夹名）就是编号，也是网页地址的一部分，不能有中文、大写字母、空格和下划线。',
    args: { name: '2024年第二季度.yaml' },
    example: {
      name: at.register,
      by: 'data/registers/2024年第二季度.yaml',
      given: [{ file: at.register, append: 'looked_on: 2024-06-11\n' }],
    },
  },
  'file-unreadable': {
    level: 'error',
    means: '名称是对的，内容却读不出来：应当是文件的地方是文件夹，反过来也一样，或者没有读取权限。',
    args: { name: at.units, reason: '这里应当是一个文件，现在是文件夹' },
    example: {
      right: 'units.yaml 是一个文件',
      wrong: 'units.yaml 是一个文件夹',
      does: { file: at.units, folder: true },
    },
  },
  'manual-unread': {
    level: 'warning',
    means:
      '手册随程序一起升级，写在别处的内容文件夹里的手册不读取，也不会运行。删去就不再提示；留着也不影响网站。',
    args: { folder: 'content/manual' },
    example: {
      right: '放在程序以外的 content 里没有 manual 文件夹',
      wrong: '放在程序以外的 content 里有 manual 文件夹',
      does: { file: 'content/manual/index.mdx', append: '# 手册\n' },
    },
  },
  'file-special': {
    level: 'error',
    means:
      '链接（符号链接）、管道、设备和子模块都不读取，也不跟随：它们可以指向办公网或构建服务器上不该公开的文件。',
    args: { name: at.channels, what: '链接' },
    example: {
      right: 'channels.yaml 是一个文件',
      wrong: 'channels.yaml 是指向 units.yaml 的链接',
      does: { file: at.channels, link: 'units.yaml' },
    },
  },
  'folder-too-deep': {
    level: 'error',
    means:
      '数据和附件的文件夹最多两层。套得很深的文件夹多半是复制错了，读起来也很慢，超过四层的整个不读取。',
    args: { name: 'content/attachments/2024-q2', limit: 4 },
    example: {
      right: 'content/attachments/2024-q2/xuzhou/report.txt',
      wrong: 'content/attachments/2024-q2/a/b/c/d/report.txt',
      does: { file: 'content/attachments/2024-q2/a/b/c/d/report.txt', append: '报告\n' },
    },
  },
  'folder-too-many': {
    level: 'error',
    means: '一个省十年的文件也只有几万个，超过一百万个，多半是放错了文件夹。',
    args: { name: 'content/attachments', limit: 1_000_000 },
    example: null,
  },
  'files-unread': {
    level: 'warning',
    means:
      '这些文件不是数据，也不是附件，不会出现在网站上，留着也不影响。系统自己放的文件（.gitkeep、.DS_Store、Thumbs.db）不提示。',
    args: { folder: 'data', count: 1, names: 'secrets.json' },
    example: {
      right: 'data 里只有数据文件',
      wrong: 'data 里还有 secrets.json',
      does: { file: 'data/secrets.json', append: '{}\n' },
    },
  },
  'file-ending': {
    level: 'error',
    means:
      '数据文件以 .yaml 结尾，通报以 .mdx 结尾，其他结尾的不读取。Windows 不显示结尾的，请在文件夹选项里打开“文件扩展名”。',
    args: { name: '2024-q1.yml', ending: '.yaml' },
    example: { name: at.inspection, by: 'data/inspections/2024-q1.yml' },
  },
  'file-misplaced': {
    level: 'error',
    means:
      '自查报告按期、整改说明按问题编号分文件夹存放，放在外面，程序不知道是哪一期、哪个问题的。',
    args: { name: 'xuzhou.yaml', by: '期', example: '2024-q2/xuzhou.yaml' },
    example: {
      name: at.report,
      by: 'data/self-inspections/xuzhou.yaml',
      given: [
        {
          file: at.report,
          append: 'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\n',
        },
      ],
    },
  },
  'file-unknown': {
    level: 'error',
    means: 'data 和 content 里各只有几个固定的名称，这个名称不在其中，内容不会出现在网站上。',
    args: {
      name: '2024-q2.yaml',
      folder: 'data',
      known:
        'site.yaml、units.yaml、channels.yaml、corrections.yaml、indicators、inspections、registers、self-inspections、rectifications',
    },
    example: {
      name: at.register,
      by: 'data/2024-q2.yaml',
      given: [{ file: at.register, append: 'looked_on: 2024-06-11\n' }],
    },
  },
  'file-unknown-near': {
    level: 'error',
    means: '名称与一个固定的名称只差一点，多半是写错了。',
    args: { name: 'unit.yaml', folder: 'data', near: 'units.yaml' },
    example: { name: at.units, by: 'data/unit.yaml' },
  },
  'file-of-other-kind': {
    level: 'error',
    means: '文件里没有一个字段是这个位置的文件该有的，多半是放错了文件夹。',
    args: { keys: 'title、published', known: 'looked_on、exempt、corrections、acknowledged' },
    example: {
      name: at.report,
      by: 'data/registers/2024-q2.yaml',
      given: [
        {
          file: at.report,
          append: 'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\n',
        },
      ],
    },
  },
  'duplicate-page': {
    level: 'error',
    means: '两个文件只有结尾不同，会变成同一个网页，程序不知道以哪个为准。',
    args: { name: 'data/inspections/2024-q1.yml', other: at.inspection },
    example: {
      right: '只有 2024-q1.yaml',
      wrong: '2024-q1.yaml 旁边还有 2024-q1.yml',
      does: { file: 'data/inspections/2024-q1.yml', copyOf: at.inspection },
    },
  },
  'not-utf-8': {
    level: 'error',
    means: '文件里有读不出来的字节，文字可能已经损坏，请用原来的文件重新保存。',
    args: {},
    example: {
      right: '保存时编码选 UTF-8',
      wrong: '文件传输或保存时损坏',
      does: { file: at.units, bytes: [229, 174, 156, 10, 229, 10] },
    },
  },
  'encoding-gbk': {
    level: 'error',
    means: '内容没有错，是保存的编码不对：中文 Windows 的“ANSI”就是 GBK。',
    args: {},
    example: {
      right: '保存时编码选 UTF-8',
      wrong: '保存时编码选 ANSI',
      does: { file: at.units, bytes: [35, 210, 203, 177, 246, 202, 208, 10] },
    },
  },
  'encoding-utf-16': {
    level: 'error',
    means: '内容没有错，是保存的编码不对：记事本的“Unicode”就是 UTF-16。',
    args: { encoding: 'UTF-16 LE' },
    example: {
      right: '保存时编码选 UTF-8',
      wrong: '保存时编码选 Unicode',
      does: { file: at.units, bytes: [255, 254, 35, 0, 10, 0] },
    },
  },
  'file-is-office': {
    level: 'error',
    means: 'Word、Excel 文件不能当数据用，改文件名的结尾也不行，要把内容录进 .yaml 文件。',
    args: { kind: '一份 Word 文件' },
    example: {
      right: 'data 里只有 .yaml 文件',
      wrong: 'data/inspections 里放了“2024-q2.docx”',
      does: { file: 'data/inspections/2024-q2.docx', append: 'x' },
    },
  },
  'file-double-ending': {
    level: 'error',
    means: 'Windows 隐藏了文件名的结尾，记事本又加了一个 .txt，看上去是对的。',
    args: { name: 'units.yaml.txt', meant: 'units.yaml' },
    example: { name: at.units, by: 'data/units.yaml.txt' },
  },
  'file-case': {
    level: 'error',
    means: '文件名的字母全部小写。Windows 上看不出区别，网站服务器上是两个文件。',
    args: { name: 'Units.yaml', meant: 'units.yaml' },
    example: { name: at.units, by: 'data/Units.yaml' },
  },
  'file-too-big': {
    level: 'error',
    means: '文件大得不像是录入的数据，多半放错了文件。',
    args: { size: '5.1', limit: '5' },
    example: {
      right: '一期检查一个文件，几十 KB',
      wrong: 'units.yaml 有 5.1 MB',
      does: { file: at.units, append: '#', times: 5350000 },
    },
  },
  'yaml-tokens': {
    level: 'error',
    means: '文件里的内容多得不像是录入的数据，多半是放错了文件。',
    args: { limit: 1_000_000 },
    example: {
      right: '一期检查一个文件，几千个字段',
      wrong: 'units.yaml 里有一百多万个括号和逗号',
      does: { file: at.units, append: '\n[,]', times: 350_000 },
    },
  },
  'more-alike': {
    level: 'either',
    means: '一个文件里同样的问题太多，只列出前面的一百处，其余的只说有多少处。',
    args: { code: 'yaml-duplicate-key', count: 3 },
    example: {
      right: '每个字段只写一次',
      wrong: 'units.yaml 末尾把 roster: partial 又写了一百多次',
      does: { file: at.units, append: '\nroster: partial', times: 103 },
      also: ['yaml-duplicate-key'],
    },
  },
  'line-too-long': {
    level: 'error',
    means: '一行长得不像是录入的数据，多半是粘贴错了。',
    args: { length: 20001, limit: 20000 },
    example: {
      right: '一行几十个字',
      wrong: 'units.yaml 里有一行两万多个字符',
      does: { file: at.units, append: '#', times: 20001 },
    },
  },
  'merge-conflict': {
    level: 'error',
    means: '两个人改了同一处，合并时留下了记号。请选定内容，把记号删干净。',
    args: { lines: '3、5、7' },
    example: {
      file: at.inspection,
      replace: 'issuer: 宜宾市人民政府办公室',
      by: '<<<<<<< HEAD\nissuer: 宜宾市人民政府办公室\n=======\nissuer: 宜宾市政府办公室\n>>>>>>> office',
    },
  },
} as const satisfies Explanations
