import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Answers, enteredIn } from '#forms/answers.ts'
import { fileOf, type FormFile, forms } from '#forms/form-kinds.ts'
import { yamlText } from '#forms/write.ts'
import { load } from '#read/load.ts'
import { base, copyOf, findings } from '../support/authored.ts'

/** The files that the site is built from, with one more file, and the report of the check. */
function withFile(file: string, text: string): { dataset: string; findings: string[] } {
  const { folder, data, content } = copyOf(base)
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
  return {
    dataset: JSON.stringify(load({ data, content }).dataset),
    findings: findings({ data, content }),
  }
}

test.each<[what: string, form: FormFile, byHand: string, answers: Answers]>([
  [
    'a report',
    { kind: 'self-inspection', of: '2024-q2', unit: 'xuzhou' },
    `# 手写的：顺序、引号、注释和换行都与表单不同
title: "叙州区2024年第二季度自查整改情况"
published: 2024-06-03   # 公开的那一天
address: https://www.example.com/zwgk/1.html
areas:
  - openness
  - websites
  - media
summary: '对照通报逐项自查，发现2个问题，已整改1个。'
window: { label: 第二季度 }
figures: { 发布信息: 128, "办结率": not-stated }
problems:
  - { problem: 2份政策文件没有解读, measure: 补发解读材料, result: 2024年5月20日补发完毕 }
  - problem: "网站“互动交流”栏目 #1 链接打不开"

outlook: 每月自查一次
`,
    {
      title: '叙州区2024年第二季度自查整改情况',
      published: '2024-06-03',
      address: 'https://www.example.com/zwgk/1.html',
      areas: ['openness', 'websites', 'media'],
      summary: ' 对照通报逐项自查，\n发现2个问题，已整改1个。',
      window: { label: '第二季度', start: '', end: '' },
      figures: {
        rows: [
          { name: '发布信息', value: '128' },
          { name: '办结率', value: 'not-stated' },
        ],
      },
      problems: [
        {
          problem: '2份政策文件没有解读',
          measure: '补发解读材料',
          result: '2024年5月20日补发完毕',
        },
        { problem: '网站“互动交流”栏目 #1 链接打不开', measure: '', result: '' },
      ],
      outlook: '每月自查一次',
    },
  ],
  [
    'a statement',
    { kind: 'rectification', of: '2024-q1-05', unit: 'xuzhou' },
    `statement: >
  已更正。
on: "2024-03-12"
measures: ["每周检查一次链接；", 专人负责]
evidence: [{ title: 更正后的页面, address: "https://www.example.com/2.html" }]
`,
    {
      on: '2024-03-12',
      statement: '已更正。',
      measures: ['每周检查一次链接；', '专人负责'],
      evidence: [{ title: '更正后的页面', address: 'https://www.example.com/2.html', on: '' }],
    },
  ],
])(
  '%s from the form and one written by hand pass the same check and have the same content',
  (_what, form, byHand, answers) => {
    const byForm = withFile(fileOf(form), yamlText(enteredIn(forms[form.kind].fields, answers)))
    const hand = withFile(fileOf(form), byHand)
    const { dataset } = withFile('data/unused.txt', '')
    expect(byForm.findings).toEqual(hand.findings)
    // The order of the keys of a file has no meaning; that of a list does.
    expect(JSON.parse(byForm.dataset)).toEqual(JSON.parse(hand.dataset))
    expect(byForm.dataset).not.toBe(dataset)
  },
)
