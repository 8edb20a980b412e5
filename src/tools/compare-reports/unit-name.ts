import { digitByDigit, digitCharacters } from '#model/chinese-numeral.ts'

/** What an office adds to the name of a copy. */
const marks = '定稿|终稿|最终[版稿]|正式[版稿]|修[订改]稿?版?|公开版?|盖章版?|扫描[件版]?'
/** Words that file names have beside the name of the unit, with blanks between them. */
const title = new RegExp(
  [
    '(?:关于(?:印发|公布|发布|报送)?)?',
    '(?:[(（\\[【]?\\s?(?:19|20)\\d{2}\\s?年?\\s?度?\\s?[)）\\]】]?)?',
    '(?:政府信息公开|政务公开|信息公开)?\\s?(?:工作)?\\s?(?:情况的?)?\\s?(?:年度)?\\s?(?:报告|年报)(?:书|表)?',
    `(?:[(（](?:${marks})[)）])?(?:的(?:函|通知|公告))?`,
  ].join(''),
  'gu',
)
/**
 * A day, a moment or some months: （2024.1.29）, 20240115, 20240115103000, 2023年1-12月. None behind Latin
 * letters, as in t20240115 and art_20240115: there it tells files apart.
 */
const day =
  /[(（]?(?<![\da-z]|[a-z][_-])20\d{2}(?:年\d{1,2}[-—~至]\d{1,2}月|[.\-/年]\d{1,2}[.\-/月]\d{1,2}日?(?!月)|[01]\d[0-3]\d(?:\d{4}(?:\d{2})?)?)(?!\d)[)）]?/giu
const year = /[(（\[【]?(?:19|20)\d{2}\s?(?:年\s?度?)?[)）\]】]?/gu
/** What a letter that passes a report on has around its title: 关于印发《……》的通知. */
const passedOn =
  /^附件\s?(?:\d{1,2}(?!\d)\s?[:：._、-]?|[一二三四五六七八九十]{0,3}\s?[:：._、-])\s?|^(?:关于(?:印发|公布|发布|报送))?[《〈]|[》〉]的?(?:函|通知|公告)?$/gu

/** A name that a website or program gives: t20240115_3271106, post_1865610, 正文. */
const givenName =
  /^(?:(?:[a-z]|post|art|content|doc|info|page|file)?[\d_-]+|[\da-f-]{16,}|index|default|content|正文|附[件表图]\d*|全文)$/i

/** The name of a file without its folder and its ending. */
export const stemOf = (path: string): string =>
  (path.split('/').at(-1) ?? path)
    .replace(/(?:\.(?:docx?|pdf|html?|txt))*\.[A-Za-z]{1,5}$/i, '')
    .normalize('NFC')

/** A name without the title of a report and its year; empty where nothing else is in it. */
const withoutTitle = (name: string): string =>
  withPlainYears(name)
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(passedOn, '')
    .replace(day, '')
    .replace(title, '')
    .replace(year, '')
    .replace(/^[\s_—–\-.．]+|的?[\s_—–\-.．]*$/gu, '')

/**
 * The unit that a file is named after: `市财政局2023年政府信息公开工作年度报告.docx` and `市财政局.txt` are of one
 * unit; so is `市财政局/年报.docx`, by its folder. Null for a name of nothing but such words.
 */
export function unitOfFile(path: string): string | null {
  const [, ...folders] = path.split('/').reverse()
  const stem = stemOf(path)
  for (const name of [stem, ...folders.map((folder) => folder.normalize('NFC'))]) {
    const plain = withoutTitle(name)
    if (plain !== '' && !givenName.test(name) && !givenName.test(plain)) return plain
  }
  // A day that is removed from such a name would leave the same of all of them.
  const plain = givenName.test(stem) ? stem : withoutTitle(stem)
  return plain === '' ? null : plain
}

/** Whether a file has a name that says nothing of its unit. */
export const isGivenName = (path: string): boolean => {
  const unit = unitOfFile(path)
  return unit === null || givenName.test(unit)
}

/** Words of documents, between blanks or marks: `公开 市财政局`. */
const separateWord = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:副本|复件|政府信息|正文|${marks})(?![\\p{L}\\p{M}])`,
  'gu',
)
/** Words of documents at the end of a name, which no unit has there. */
const lastWord =
  /(?<=\p{L}{2})(?:(?:副本|终稿|定稿|最终[版稿]|盖章版?|扫描件?|公开版)+|政府信息(?:公开)?|政务公开|正文)$/u

/** A name of a unit without numbering, brackets and marks of copies: `01_市财政局（终稿）(1)`. */
export function looseName(unit: string): string {
  const plain = unit
    .normalize('NFKC')
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(separateWord, '')
    .replace(/^[\d\s\p{P}\p{S}]+|[\d\s\p{P}\p{S}]+$/gu, '')
    .replace(/\s+/g, '')
    .replace(lastWord, '')
  return /\p{L}{2}/u.test(plain) ? plain : unit
}

/** The unit in the title of a report: 示例市财政局2023年政府信息公开工作年度报告; null where there is none. */
export function unitOfTitle(text: string): string | null {
  for (const line of withPlainYears(text.slice(0, 3_000)).split('\n')) {
    const found =
      /^(?:关于)?(?<unit>\p{Script=Han}{3,30}?)(?:关于)?20\d{2}年?度?(?:政府信息公开|政务公开|信息公开).{0,12}(?:报告|年报)/u.exec(
        line.replace(/\s+/g, ''),
      )
    if (found?.groups?.['unit'] !== undefined && !isLinkLine(line)) return found.groups['unit']
  }
  return null
}

/** The year in the name of a folder or in the title of a report; null where there is none. */
export function yearIn(text: string): number | null {
  const found = /(?<!\d)(20\d{2})(?!\d)/.exec(text.normalize('NFKC'))?.[1]
  return found === undefined ? null : Number(found)
}

/** The year in the name of a file, which may have the day of its publication too. */
export const yearOfName = (path: string): number | null => yearIn(path.replace(day, ''))

/**
 * A text in which years are in the digits 0 to 9: 二〇二三年 and ２０２３年 become 2023年. Each character
 * stays at its place.
 */
export const withPlainYears = (text: string): string =>
  text.replace(yearInWords, (year) => digitByDigit(year).normalize('NFKC'))

const yearInWords = new RegExp(`[${digitCharacters}０-９]{4}(?=\\s{0,3}年)`, 'g')

/** A line of a page of the web that leads to another one: 上一篇：2022年政府信息公开工作年度报告. */
export const isLinkLine = (line: string): boolean =>
  /^[\s【[(（<·•>»-]*(?:[上下前后][一1]?[篇条页]|相关(?:文章|文档|链接|阅读|信息|稿件|报道)|推荐阅读|延伸阅读|历年|往年)/u.test(
    line,
  )

/** The year in the title of a report: “2023年政府信息公开工作年度报告”. */
export function yearOfTitle(text: string): number | null {
  const head = withPlainYears(text.slice(0, 3_000))
    .split('\n')
    .filter((line) => !isLinkLine(line))
    .join('\n')
    .normalize('NFKC')
    .replace(/《[^》]*》(?=.)/gu, '')
    .replace(/\s+/g, '')
  const found =
    /(20\d{2})年?度?(?:法治政府|政府信息公开|政务公开|信息公开)?.{0,6}年度?报告/.exec(head)?.[1] ??
    /(20\d{2})年度?.{0,20}(?:政府信息公开|政务公开)/.exec(head)?.[1]
  return found === undefined ? null : Number(found)
}

/** The year that more than half of the titles say; null where there is none. */
export function yearOfMost(years: readonly (number | null)[]): number | null {
  const known = years.filter((one) => one !== null)
  const usual = usualYear(known)
  return 2 * known.filter((one) => one === usual).length > known.length ? usual : null
}

/** The most frequent year; of equally frequent ones the later. Null where there is none. */
export function usualYear(years: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>()
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)
  return best?.[0] ?? null
}
