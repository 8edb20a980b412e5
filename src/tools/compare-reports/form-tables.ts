/**
 * The words of the tables in an annual report, in their order: of the form of 2021 (国办公开办函〔2021〕30号)
 * and of the one before it. Where a table was flattened into lines, each line is a part of them.
 */
export const formWords = [
  '第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 行政规范性文件',
  '第二十条第（五）项 信息内容 本年处理决定数量 行政许可',
  '第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 行政强制',
  '第二十条第（八）项 信息内容 本年收费金额（单位：万元） 行政事业性收费',
  '信息内容 本年新制作数量 本年新公开数量 对外公开总数量 规章 规范性文件',
  '信息内容 上一年项目数量 本年增/减 处理决定数量 行政许可 其他对外管理服务事项',
  '上一年项目数量 本年增/减 处理决定数量 行政处罚 行政强制',
  '第二十条第（九）项 信息内容 采购项目数量 采购总金额 政府集中采购 万元',
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况',
  '自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
  '一、本年新收政府信息公开申请数量 二、上年结转政府信息公开申请数量 三、本年度办理结果',
  '（一）予以公开 （二）部分公开（区分处理的，只计这一情形，不计其他情形） （三）不予公开',
  '1.属于国家秘密 2.其他法律行政法规禁止公开 3.危及“三安全一稳定” 4.保护第三方合法权益',
  '5.属于三类内部事务信息 6.属于四类过程性信息 7.属于行政执法案卷 8.属于行政查询事项',
  '（四）无法提供 1.本机关不掌握相关政府信息 2.没有现成信息需要另行制作 3.补正后申请内容仍不明确',
  '（五）不予处理 1.信访举报投诉类申请 2.重复申请 3.要求提供公开出版物',
  '4.无正当理由大量反复申请 5.要求行政机关确认或重新出具已获取信息',
  '（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 3.其他',
  '（七）总计 四、结转下年度继续办理',
  '行政复议 行政诉讼 未经复议直接起诉 复议后起诉 行政复议后起诉',
  '结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计',
]

const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\d]/gu, '')

/** Without numbers, which stand between the words of a table. */
const formText = formWords.map((line) => lettersOf(line).replace(/\d/g, '')).join('')

/**
 * Whether a line is a row, a cell or several of them from a table of the form: numbers, and between
 * them only words of the form. A PDF breaks rows and cells at any place, so a part of a word will do.
 */
export const isTableLine = (line: string): boolean =>
  line.length <= maxTableLine &&
  !line.includes('。') &&
  lettersOf(line).split(/\d+/).every(isOfForm)

/** In characters: all tables of a report in one line have about a thousand. */
const maxTableLine = 5_000

/** Whether a text consists of parts of the form, each the longest possible one from its place. */
function isOfForm(text: string): boolean {
  for (let at = 0; at < text.length;) {
    let to = at
    while (to < text.length && formText.includes(text.slice(at, to + 1))) to++
    // A single character that stands somewhere in the form says nothing but at the end of a line.
    if (to === at || (to === at + 1 && to < text.length)) return false
    at = to
  }
  return true
}

/** Letters of the shortest part of the form that is looked for within a line. */
const minPart = 4
const partsOfForm: ReadonlySet<string> = new Set(
  Array.from({ length: formText.length - minPart + 1 }, (_, at) =>
    formText.slice(at, at + minPart),
  ),
)

/** Numbers or letters of the least that is a table; a sentence may name a row. */
const minNumbers = 3
const minLetters = 24

/**
 * The tables of the form that were flattened into a text: runs of words of the form and numbers, wherever
 * a line breaks. Takes time in proportion to the text.
 */
export function tablesIn(text: string): { start: number; end: number }[] {
  const letters: { readonly letter: string; readonly at: number; readonly numbers: number }[] = []
  let numbers = 0
  for (const { 0: part, index } of text.matchAll(/\d+(?:\.\d+)?|\p{L}/gu))
    if (/^\d/.test(part)) numbers++
    else letters.push({ letter: part, at: index, numbers })
  const isOfTable = new Uint8Array(letters.length)
  for (let at = 0; at + minPart <= letters.length; at++)
    if (partsOfForm.has(wordAt(letters, at, minPart))) isOfTable.fill(1, at, at + minPart)
  const found: { start: number; end: number }[] = []
  for (let from = 0; from < letters.length;) {
    if (isOfTable[from] === 0) {
      from++
      continue
    }
    let to = from
    while (to < letters.length && isOfTable[to] === 1) to++
    const [first, last] = [letters[from], letters[to - 1]]
    const next = letters[to]
    if (first !== undefined && last !== undefined) {
      const inside = (next?.numbers ?? numbers) - first.numbers
      if (inside >= minNumbers || to - from >= minLetters)
        found.push({ start: first.at, end: afterNumbers(text, last.at + last.letter.length) })
    }
    from = to
  }
  return found
}

const wordAt = (letters: readonly { letter: string }[], at: number, length: number): string => {
  let word = ''
  for (let n = at; n < at + length; n++) word += letters[n]?.letter ?? ''
  return word
}

/** The place after the numbers that follow a place in its line. */
function afterNumbers(text: string, at: number): number {
  const numbers = /[\d. \t\u3000|/-]*/y
  numbers.lastIndex = at
  numbers.test(text)
  return numbers.lastIndex
}
