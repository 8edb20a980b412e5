import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

const archived = 'content/attachments/2024-q2/xuzhou/report.txt'
const sha256 = '6f48ad536e3b72abf7b3fdf4c83c19d353fec9c75070eded11686fa5bdfc5331'
const report = {
  file: at.report,
  append: `title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\naddress: https://www.example.com/zwgk/1.html\narchived:\n  file: report.txt\n  sha256: ${sha256}\n`,
}
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
