import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

const archived = 'content/attachments/2024-q2/xuzhou/report.txt'
const sha256 = '6f48ad536e3b72abf7b3fdf4c83c19d353fec9c75070eded11686fa5bdfc5331'
const report = {
  file: at.report,
  append: `title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\naddress: https://www.example.com/zwgk/1.html\narchived:\n  file: report.txt\n  sha256: ${sha256}\n`,
}
const list = 'content/attachments/2024-q2/xuzhou/list.csv'
const copy = { file: archived, append: '自查整改报告全文\n' }

export const attachments = {
  'attachment-name': {
    level: 'error',
    means:
      '通报的附件按“期/文件”存放，单位报告的按“期/单位/文件”存放，文件名只用小写英文字母、数字、点、连字符和下划线。网页（HTML）和 SVG 图片可以带程序，不能放；请转成 PDF 或图片。',
    args: {
      name: '2024-q2/xuzhou/report.html',
      types: 'pdf、ofd、doc、docx、wps、xls、xlsx、et、csv、txt、png、jpg、jpeg、zip',
    },
    example: {
      right: 'content/attachments/2024-q2/xuzhou 里是 report.txt',
      wrong: '还放了一个 report.html',
      does: { file: 'content/attachments/2024-q2/xuzhou/report.html', append: '<p>全文</p>\n' },
      given: [report, copy],
    },
  },
  'attachment-content': {
    level: 'error',
    means:
      '程序看的是文件内容，不只看扩展名：改了扩展名的、没有传完的、空的、加了密码的文件，读者都打不开。',
    args: { name: 'report.pdf', found: '文本', expected: 'PDF文件' },
    example: {
      right: 'content/attachments/2024-q2/xuzhou 里是 report.txt',
      wrong: '把文本文件改名为 report.pdf',
      does: { file: 'content/attachments/2024-q2/xuzhou/report.pdf', append: '自查整改报告全文\n' },
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachment-large': {
    level: 'error',
    means:
      '附件超过上限。上限写在 site.yaml 的 attachment_mb，不写就是20兆。文件太大，读者下载费时费流量。',
    args: { name: 'figures.txt', size: '1.9', limit: 1 },
    example: {
      right: '每个附件都不超过上限',
      wrong: '多放了一个两兆的文件，上限是1兆',
      does: {
        file: 'content/attachments/2024-q2/xuzhou/figures.txt',
        append: '1\n',
        times: 1_000_000,
      },
      given: [report, copy, { file: 'data/site.yaml', append: 'attachment_mb: 1\n' }],
    },
  },
  'attachment-identity': {
    level: 'error',
    means:
      '附件里有身份证号（18位，校验码正确）。网站会照原样公布附件，谁都能下载；TXT、CSV、DOCX、XLSX、PDF、OFD 和压缩包里的文字都会查，隐藏的工作表、批注、页眉、数据透视表和图表留下的数据、文件属性、嵌入的文档，PDF 的批注、表单和书签也查。扫描的图片查不到，请自己看。',
    args: { name: 'list.csv', number: '110…2X', where: '第2行', count: 1 },
    example: {
      right: '附件里没有身份证号',
      wrong: '附件 list.csv 的第2行有姓名和身份证号',
      does: { file: list, append: '姓名,身份证号\n某某,11010519491231002X\n' },
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachment-number': {
    level: 'warning',
    means:
      '附件里像是有手机号码、银行卡号或者15位的身份证号。个人的请删去；名称或表头写明“工单编号”“合同编号”“流水号”等的，固定电话和热线，不提示。对外公布的办公电话，先写进 site.yaml 的 contact，就不再提示，也可以在写到这个附件的文件里放过：acknowledged 的 code 写 attachment-number，at 写附件的文件名。',
    args: { name: 'list.csv', what: '手机号码', number: '138…00', where: '第2行', count: 1 },
    example: {
      right: '附件里没有个人的号码',
      wrong: '附件 list.csv 的第2行有手机号码',
      does: { file: list, append: '姓名,电话\n某某,13800138000\n' },
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachment-marking': {
    level: 'warning',
    means:
      '附件的开头或者页眉页脚单独一行标有密级：绝密、机密、秘密★1年、密级：内部。“不涉密”“密级：公开”和正文里说到的国家秘密不算。官方站点这样写是错误，不能发布，也不能放过；开头注明“已解密”的，和试卷的“绝密★启用前”，在官方站点也只是警告，可以在写到这个附件的文件的 acknowledged 里写明理由。',
    args: { name: 'notice.txt', where: '开头', mark: '秘密★1年' },
    example: {
      right: '附件是定稿的公开文件',
      wrong: '附件 notice.txt 的第一行是“秘密★1年”',
      does: {
        file: 'content/attachments/2024-q2/xuzhou/notice.txt',
        append: '秘密★1年\n关于检查工作的通知\n',
      },
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachment-draft': {
    level: 'warning',
    means:
      '附件的开头或者页眉页脚单独一行写着“征求意见稿”“送审稿”等，或者题目末尾是“（征求意见稿）”。在正文里引用的题目，例如就《……（征求意见稿）》征求意见，不算。官方站点这样写是错误；意见征集本来就公布征求意见稿，在写到这个附件的文件里放过：acknowledged 的 code 写 attachment-draft，at 写附件的文件名。',
    args: { name: 'draft.txt', where: '开头', mark: '某县政务公开办法（征求意见稿）' },
    example: {
      right: '附件是定稿的公开文件',
      wrong: '附件 draft.txt 的第一行是“某县政务公开办法（征求意见稿）”',
      does: {
        file: 'content/attachments/2024-q2/xuzhou/draft.txt',
        append: '某县政务公开办法（征求意见稿）\n第一条\n',
      },
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachment-internal-address': {
    level: 'warning',
    means:
      '附件里有只在内部网络里用的地址：172.16—172.31、192.168 开头的，前后或者表头写着服务器、地址、端口等的 10 开头的，没有点的主机名（http://oa/），以 .local、.lan 等结尾的；还有指向自己电脑（file:///、D:\\）或者共享文件夹（\\\\服务器\\）的超链接。章节号、条款号和版本号不算。官方站点这样写是错误；不是地址的，可以在写到这个附件的文件的 acknowledged 里写明理由。',
    args: { name: 'list.csv', where: '第2行', address: '192.168.1.20', count: 1 },
    example: {
      right: '附件里只有公众能打开的网址',
      wrong: '附件 list.csv 的第2行有 192.168.1.20',
      does: { file: list, append: '系统,地址\n办公系统,192.168.1.20\n' },
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachment-active': {
    level: 'warning',
    means:
      '附件打开时可能运行程序，或者连到别处：PDF 的脚本、启动程序或者打开别的文件的动作、Office 文件的宏和外部模板、嵌入的文件，单元格里会启动程序（DDE）或者连到别处（HYPERLINK、WEBSERVICE、IMPORTXML 等）的公式，压缩包里的程序、脚本、网页、快捷方式、带宏的文件、磁盘映像。表格里要写网址的，直接写网址，不用公式。',
    args: { name: 'list.csv', what: '会启动其他程序的公式（DDE）' },
    example: {
      right: '表格里只有文字和数字',
      wrong: '附件 list.csv 里有一格是启动其他程序的公式',
      does: { file: list, append: "名称,数量\n=cmd|'/c calc'!A0,1\n" },
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachment-unread': {
    level: 'warning',
    means:
      '附件里的文字读不出来，没有查过里面有没有个人信息和内部内容：设了密码、没有传完、内容认不出、二进制的表格（XLSB）、压缩包里还有别种压缩包或者一层套一层太深，或者大得不像文件。读到的部分照样查。',
    args: { name: 'list.pdf', reason: 'PDF打不开，可能没有传完' },
    example: {
      right: '附件都打得开',
      wrong: '附件 list.pdf 只传了开头几个字节',
      does: { file: 'content/attachments/2024-q2/xuzhou/list.pdf', append: '%PDF-1.7\n' },
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachments-unread': {
    level: 'error',
    means:
      '每个附件都查得到与大小相称的内容，普通的附件用不完；解开以后大得不像文件的、特别难读的，另外共用一份，用完了就不再查。没有查完的附件不能公布。',
    args: { count: 1, files: '2024-q2/xuzhou/list.pdf' },
    example: null,
  },
  'attachment-missing': {
    level: 'error',
    means: '报告写了附件或存档副本，文件没有放进来，或者名称不一致。',
    args: { name: 'report-2.txt', place: 'content/attachments/2024-q2/xuzhou/report-2.txt' },
    example: {
      file: at.report,
      replace: '  file: report.txt',
      by: '  file: report-2.txt',
      given: [report, copy],
      also: ['attachment-unused'],
    },
  },
  'attachment-unused': {
    level: 'warning',
    means: '文件放进来了，报告里没有写，网站不会公布它。',
    args: { path: '2024-q2/xuzhou/figures.csv' },
    example: {
      right: '报告的 attachments 里写了每个附件',
      wrong: '多放了一个报告没有写的 figures.csv',
      does: { file: 'content/attachments/2024-q2/xuzhou/figures.csv', append: '1\n' },
      given: [report, copy],
    },
  },
  'copy-differs': {
    level: 'error',
    means: '存档副本与存档时登记的校验值不一致：文件被改过、换过，或者校验值抄错了。',
    args: { name: 'report.txt', sha256 },
    example: {
      file: at.report,
      replace: `  sha256: ${sha256}`,
      by: `  sha256: 0${sha256.slice(1)}`,
      given: [report, copy],
    },
  },
  'areas-not-covered': {
    level: 'warning',
    means: '布置自查的文件要求了几个方面，报告的 areas 只写了一部分。报告本来如此的，不用改。',
    args: {
      ordered: '政务公开、政府网站、政务新媒体',
      count: 3,
      written: '政府网站、政务新媒体',
      own: 2,
    },
    example: {
      file: at.report,
      replace: 'areas: [openness, websites, media]',
      by: 'areas: [websites, media]',
      given: [
        {
          file: at.report,
          append:
            'title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\nareas: [openness, websites, media]\n',
        },
      ],
    },
  },
} as const satisfies Explanations
