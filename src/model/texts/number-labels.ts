/**
 * The kind of a number according to the words directly before or above it; null if they do not say.
 */
type NumberLabel = 'identity' | 'phone' | 'bank' | 'numbering' | null

/** A bank account, not one of 公众号, 微博 or 政务新媒体. */
const account = String.raw`(?<![众信博体务音手])[账帐][号户]`

/** Endings of such labels by meaning; the first match counts. */
const directLabels: readonly (readonly [Exclude<NumberLabel, null>, RegExp])[] = [
  // First, because 身份证编号 and 联系电话号码 end like labels of things.
  ['identity', /身份证|身份号|证件号/],
  ['phone', /(?:电话|手机|联系|短信|微信|热线|传真)(?:方式|人|电话|手机)?(?:号码?|编号)?$/],
  ['phone', /^(?:tel|phone|mobile|mob|cell|m|t|wx|vx)$/i],
  ['bank', new RegExp(String.raw`(?:银行|开户|卡|${account})(?:号码?)?$`)],
  // Numbers of things: 工单编号, 项目代码, 流水号, 许可证号, 发票号码, 抖音号, QQ群.
  ['numbering', /.号$|编码$|代码$|[条形验识源维务机]码$|[订运工]单$|群$/],
  ['numbering', /[票证同据准册记备照件单品识列溯水]号码$/],
  ['numbering', /^(?:No|ID|UID|SN|ISSN|ISBN|DOI|PO|QQ)$/i],
]

/**
 * A word, a remark in brackets, punctuation, earlier numbers of a list, and letters that belong to
 * the number.
 */
const wordBefore = new RegExp(
  [
    String.raw`([A-Za-z]{0,6}\p{Script=Han}{1,16}|[A-Za-z]{1,12})`,
    String.raw`(?:[（(][^（）()\d]{0,12}[)）])?`,
    String.raw`[\s:：为是系即（(\[【〔“"'#№.*-]{0,6}`,
    String.raw`(?:[\dA-Za-z*-]{6,32}[、,，;；/\s和及与至~]{1,3}){0,8}`,
    String.raw`[A-Za-z]{0,6}[-]?$`,
  ].join(''),
  'u',
)

/** The number of characters before a number that are searched for its label. */
const reach = 40

/** The label directly before a number, or before the list of numbers that contains it. */
export function directLabel(before: string): NumberLabel {
  const word = wordBefore.exec(before.slice(-3 * reach))?.[1]
  if (word === undefined) return null
  return directLabels.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

const hints = {
  identity: /身份证|身份号码|证件号/,
  phone:
    /电话|手机(?!报|端|客户|应用|阅读|网)|联系(?:人|方式|号)|(?<!\p{Script=Han})号码|致电|拨打|微信号|phone|\btel\b|mobile/iu,
  bank: new RegExp(
    String.raw`银行|卡号|开户|收款|汇款|转账|信用卡|储蓄卡|借记卡|${account}[:：为是\s]`,
  ),
} as const

/** Whether the column heading or the sentence around a number mentions such a number. */
export function isHinted(
  kind: keyof typeof hints,
  head: string,
  before: string,
  after: string,
): boolean {
  if (hints[kind].test(head)) return true
  const sentence =
    before
      .slice(-reach)
      .split(/[。；;]/)
      .at(-1) ?? ''
  const rest = after.slice(0, 12).split(/[。；;\n]/)[0] ?? ''
  return hints[kind].test(sentence) || (kind === 'bank' && hints.bank.test(rest))
}
