import { describe, expect, test } from 'vitest'
import { activeFamily, isForeignArchive } from '#read/attachments/active-files.ts'
import { findingsIn } from '#read/attachments/attachment-findings.ts'
import { zipOf } from '../../support/office-files.ts'
import { stepsOf } from '../../support/steps.ts'

const found = (files: Readonly<Record<string, Uint8Array | string>>): string[] =>
  (findingsIn([{ name: 'a.zip', bytes: zipOf(files) }], '')[0] ?? []).map(
    ({ kind, what }) => `${kind} ${what}`,
  )

describe('a file that runs or loads something when it is opened is recognised by its ending', () => {
  test.each([
    ['程序', 'exe com scr cpl jar msi apk dmg appx'],
    ['脚本文件', 'bat cmd ps1 vbs js py sh wsf sct xsl'],
    [
      '快捷方式或者设置文件',
      'url lnk inf reg settingcontent-ms application appref-ms library-ms scf rdp theme',
    ],
    ['网页文件', 'htm html xhtml mht mhtml svg hta chm'],
    ['带宏的Office文件或者加载项', 'docm dotm xlsm xlam xll xlsb ppam ppsm pptm mdb one pub'],
    ['邮件', 'eml msg'],
    ['取外部数据的查询文件', 'iqy slk oqy odc'],
    ['磁盘映像', 'iso img vhd vhdx'],
  ])('%s: %s', (family, endings) => {
    for (const ending of endings.split(' ')) expect(activeFamily(`a.${ending}`)).toBe(family)
  })

  test.each([
    'a.bat.',
    'b.js ',
    'a.exe. . ',
    'a.exe\u00a0',
    'A.EXE',
    'x/y.pdf.exe',
    'a.exe::$DATA',
    'a.ＥＸＥ',
    'a.exe．',
    'a．exe',
    'a.ex\u200be',
    '.git/hooks/pre-commit',
    'x/.git/config',
  ])('as Windows reads %j', (name) => {
    expect(activeFamily(name)).not.toBeNull()
  })

  test.each(['a.docx', 'a.pdf', 'exe', 'a.exe/b.txt', 'a.exe.txt', 'a.txt', 'a.rtf', '通知.doc'])(
    '%s is not',
    (name) => {
      expect(activeFamily(name)).toBeNull()
    },
  )

  test.each(['. ', '.a', ' '])(
    'the steps for repeated names of %j grow in proportion to their number',
    async (part) => {
      const [small = 0, large = 0] = [
        await stepsOf(() => activeFamily(`${part.repeat(2_000)}.exe${part.repeat(2_000)}`)),
        await stepsOf(() => activeFamily(`${part.repeat(4_000)}.exe${part.repeat(4_000)}`)),
      ]
      expect(large).toBeLessThan(small * 2 + 200)
    },
  )

  test('in an archive each is reported by its family, with the name', () => {
    expect(found({ 'b.js ': 'x', 'a.bat.': 'x', '说明.txt': 'x', 'c.url': '[x]' })).toEqual([
      'active 2个脚本文件，例如“b.js ”',
      'active 快捷方式或者设置文件“c.url”',
    ])
  })
})

test('archives of other kinds are reported as unread', () => {
  expect(
    ['a.rar', 'a.CAB', 'a.tgz', 'a.7z ', 'a.z01', 'a.r00', 'a.7z.001'].every(isForeignArchive),
  ).toBe(true)
  expect(found({ 'a.cab': 'x' })).toEqual(['unread “a.cab”：是别种压缩包，没有打开'])
})

describe('rich text', () => {
  test.each([
    ['an object', '{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}', '嵌入的其他文件'],
    ['a template from elsewhere', '{\\rtf1{\\*\\template http://example.com/a}}', '外部模板'],
    [
      'a field that starts a program',
      '{\\rtf1{\\field{\\*\\fldinst DDEAUTO c:\\\\cmd "/c"}}}',
      '会启动其他程序的公式（DDE）',
    ],
  ])('with %s', (_what, text, what) => {
    expect(found({ 'a.rtf': text })).toEqual([`active “a.rtf”里的${what}`])
    expect(found({ 'a.doc': text })).toEqual([`active “a.doc”里的${what}`])
  })

  test('without any', () => {
    expect(found({ 'a.rtf': '{\\rtf1 \\u36890?\\u30693?}' })).toEqual([])
  })
})

test('a number in the name of a file of an archive is found', () => {
  expect(found({ '某某11010519491231002X.txt': 'x', 'b/13800138000/a.txt': 'x' })).toEqual([
    'identity 身份证号',
    'number 手机号码',
  ])
})

describe('files that systems add to archives are not reported', () => {
  // The start of a macOS metadata file, and of a macOS folder listing.
  const note = Buffer.from('0005160700020000', 'hex')
  const list = Buffer.from('0000000142756431', 'hex')

  test('as long as it holds no text', () => {
    const files = {
      '__MACOSX/._a.docx': note,
      '__MACOSX/._setup.exe': note,
      '.DS_Store': list,
      'a/.DS_Store': list,
      'a/Thumbs.db': note,
    }
    expect(found(files)).toEqual([])
  })

  test('a text with such a name is read, a program is reported', () => {
    expect(found({ '__MACOSX/list.csv': '11010519491231002X' })[0]).toContain('identity')
    expect(found({ '.DS_Store': '11010519491231002X' })[0]).toContain('identity')
    expect(found({ '__MACOSX/._a': Buffer.from('4d5a9000', 'hex') })).toEqual([
      'active 程序“__MACOSX/._a”',
    ])
  })
})
