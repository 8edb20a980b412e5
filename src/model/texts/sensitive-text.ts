import type { Level } from '#messages/problem.ts'
import { halfWidth } from '../plain-text.ts'

/** A part of a text that must not be public, with its position. */
interface SensitiveText {
  readonly text: string
  readonly index: number
}

/**
 * A marking of a document. `declassified` means that the document itself says that its secrecy has
 * ended.
 */
export interface Marking extends SensitiveText {
  readonly kind: 'secrecy' | 'declassified' | 'draft'
}

/**
 * The number of lines at the top of a document that are searched for markings; the head of an
 * official document (GB/T 9704) is above this.
 */
const headLines = 12

/**
 * The markings at the head of a document that is not public: a degree of secrecy (密级：机密★10年) and
 * the words for a draft (征求意见稿), alone on a line or at the end of the title. Titles quoted in 《》
 * and sentences about secrets or drafts are not markings.
 *
 * @param isCell whether the text is a cell of a table or describes a mistake on a page, and is not
 *   a document itself: only a whole marking counts
 */
export function* markings(text: string, isCell = false): Generator<Marking> {
  // A quick test first, because most texts contain none of these characters.
  if (!/密|稿|内\s*部/.test(text)) return
  let index = 0
  const head: { readonly words: string; readonly index: number }[] = []
  for (const line of text.split('\n')) {
    const words = line.trim()
    if (words !== '') {
      if (head.length === headLines) break
      head.push({ words, index: index + line.indexOf(words) })
    }
    index += line.length + 1
  }
  const isOver = head.some(({ words }) => declassified.test(words))
  for (const { words, index } of head) {
    const kind = kindOf(words, isCell)
    if (kind !== null)
      yield { text: words, index, kind: kind === 'secrecy' && isOver ? 'declassified' : kind }
  }
}

/**
 * Words that say that the secrecy has ended: 已解密, 解密公开, 此件已脱密, and 启用前 on a used examination paper.
 */
const declassified =
  /(?<!未)(?:已|经|予以|依法|自动|审查)[^，。；未不]{0,6}(?:解密|脱密)(?![时日期])|^[（(【〔[\s]*(?:解密|脱密)[）)】〕\]\s]*$|(?:解密|脱密)(?:件|公开|文件|章)|★\s*启用前/

/**
 * A line with one sign for each run of opening brackets, of closing brackets and of blanks. The parts of
 * a marking may all have such runs between them: a long one could be divided among them in as many ways
 * as the cube of its length, and a pattern tries each.
 */
const withoutRuns = (line: string): string =>
  line
    .replace(/\s+/g, ' ')
    .replace(/ ?[（(【〔[][ （(【〔[]*/g, '(')
    .replace(/ ?[）)】〕\]][ ）)】〕\]]*/g, ')')

// In a line without runs.
const blank = ' ?'
const open = '[ (]?'
const close = '[ )]?'
const degree = String.raw`(?:绝${blank}密|机${blank}密|秘${blank}密)(?:${blank}级)?`
const inside = String.raw`内${blank}部(?:${blank}级)?`
const label = String.raw`(?:密${blank}级|保${blank}密${blank}等${blank}级|保${blank}密${blank}级${blank}别)${blank}[:：]?${blank}`
const star = String.raw`[★☆*]`
const term = String.raw`(?:${star}[^，。；！？]{0,16})?`
/** Further parts of the head beside a degree of secrecy: the number of the copy and the urgency. */
const beside = String.raw`(?:份${blank}号${blank}[:：]?${blank})?(?:\d{6}(?!\d))?${blank}(?:(?:紧急程度|缓急)[:：]?${blank})?(?:特急|加急|特提|平急|急件)?`
const wholeMark = new RegExp(
  `^${open}${beside}${open}(?:${label}${open}(?:${degree}|${inside})${close}${term}|${star}?(?:${degree}|${inside})${close}${star}[^，。；！？]{0,16}|${star}${degree})${close}${beside}${close}$`,
)
const bareMark = new RegExp(`^${open}${beside}${open}${degree}${close}${beside}${close}$`)
/** 内部资料 免费交流 does not match: licensed internal publications must print it. */
const internalUse =
  /^[\s（(【〔[]*内部(?:文件|资料|材料|使用|参考)[\s，,、·]*(?:注意保[存密]|妥善保管|(?:严禁|不得|请勿|切勿|禁止)(?:外传|外泄|公开|翻印|转载|复印))[\s）)】〕\]！!]*$/

const draftWords = '(?:公开)?征求意见稿|征求意见第?[一二三四五\\d]+稿|送审稿|讨论稿|内部稿|草稿'
const draftAlone = new RegExp(String.raw`^[（(【〔[]*(?:${draftWords})[）)】〕\]]*$`)
/** Of a title of its own; a quoted one ends in 》, one in a list begins with its number or 附件. */
const draftTitle = new RegExp(
  `^(?!附件|附：|[\\d一二三四五六七八九十]{1,3}[.．、)）])[^《》“”「」‘’，。；！？：:]{4,60}[（(](?:${draftWords})[）)]$`,
)
/**
 * Words that occur in sentences about drafts (未公开某办法, 标题误留) but not in titles; 未成年人 and 未来 occur in
 * titles.
 */
const sentence =
  /^(?:未(?!成年|来|婚|遂|利用)|没有|尚|仍|已|应|将|把|对|请|无法|缺)|误(?!差|工)|仍|尚未|没有|残留|遗漏|未(?:公开|发布|标注|注明|更新|删除|清理|按|及时|经)|(?:栏目|网页|页面|标题|链接|附件|后缀|文件)(?:为|是|有|写|标|显示|出现|仍)/

function kindOf(line: string, isCell: boolean): 'secrecy' | 'draft' | null {
  // No marking is this long.
  if (line.length > 70) return null
  const seen = line.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
  const characters = withoutRuns(seen)
  if (wholeMark.test(characters) || internalUse.test(seen)) return 'secrecy'
  if (isCell) return null
  if (bareMark.test(characters)) return 'secrecy'
  return draftAlone.test(seen.replace(/\s/g, '')) || (draftTitle.test(seen) && !sentence.test(seen))
    ? 'draft'
    : null
}

const part = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`
/** Private (RFC 1918), loopback (RFC 1122) and link-local (RFC 3927) addresses. */
const privateAddress = new RegExp(
  String.raw`(?<![\d.])(?:10\.${part}|127\.${part}|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.${part}\.${part}(?![\d]|\.\d)`,
  'g',
)
/** Host names of internal networks: an address whose host has no dot, or a reserved ending. */
const internalHost =
  /(?:https?|ftp):\/\/(?:[a-z][a-z0-9-]*(?=[:/]|$)|localhost\b)|(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,5}(?:local|lan|intranet|internal|localdomain|corp|home\.arpa)(?![\w-]|\.\w)/gi

/** Four numbers that count a version, or chapters and clauses. */
const versionBefore = /(?:版本?号?|(?<![A-Za-z])v|version|release)[\s:：]*$/i
const clauseBefore = /(?:[第条章节款目项》]|指标(?:编?号)?)\s*$/
const clauseAfter = /^\s*(?:[节条章款目项]|版本|指标|扣\d*分|的(?:规定|要求|内容|条款))/
/** The loopback address, which pages contain only by mistake. */
const thisMachine = /^(?:https?:\/\/)?(?:localhost|127\.\d)/i
const quotedBefore = /[“"‘'「《]$/
const quotedAfter =
  /^(?::\d{1,5})?[\w/.?=&-]{0,40}[”"’'」》](?:等)?(?:的)?(?:字样|测试|链接|无效|错链|死链)/
/** What says that four numbers are the address of a machine. */
const network =
  /IP|地址|网址|服务器|主机|内网|外网|局域网|专网|网关|网段|子网|掩码|端口|网卡|路由|交换机|防火墙|数据库|域名|DNS|VPN|代理|登录|登陆|访问|连接|映射|host|server|gateway|ping|telnet|\bssh\b/i
/** A product name before its version: Oracle 10.2.0.4, but not IP 10.1.2.3. */
const productBefore = /[A-Za-z]{2,}[\d.]*[\s/_-]*$/
const networkWordBefore =
  /(?:ip|dns|vpn|host|server|gateway|ping|telnet|ssh|https?:\/\/|ftp:\/\/)[\s:：]*$/i

/** The number of characters before an address that are searched for such words. */
const reach = 16

/**
 * Whether four numbers that start with 10 or 127 are an address: they have a port or a network
 * suffix, the words around them are about machines, or a number is 0 or above 40, which chapters
 * never are.
 */
function isAddress(found: string, before: string, after: string, head: string): boolean {
  if (versionBefore.test(before)) return false
  if (!/^(?:10|127)\./.test(found)) return true
  if (clauseBefore.test(before) || clauseAfter.test(after)) return false
  if (networkWordBefore.test(before)) return true
  if (productBefore.test(before)) return false
  if (/^(?::\d{2,5}(?!\d)|\/(?:\d|[a-z]))/i.test(after)) return true
  const others = before.replace(/[\d.]{7,}|[、,，\s和及与或~-]/g, '')
  if (network.test(head) || network.test(others.slice(-reach))) return true
  const isChapter = found
    .split('.')
    .every((one) => one === String(Number(one)) && Number(one) >= 1 && Number(one) <= 40)
  return !isChapter
}

/**
 * Addresses of machines in an internal network, which would reveal how it is built.
 *
 * @param head the heading of the column or the names above the text
 */
export function* internalAddresses(text: string, head = ''): Generator<SensitiveText> {
  if (!/\d\.\d+\.\d|:\/\/|[．：]|\.(?:local|lan|int|corp|home)/i.test(text)) return
  const ascii = halfWidth(text)
  for (const { 0: found, index } of ascii.matchAll(privateAddress)) {
    const before =
      ascii
        .slice(Math.max(0, index - 80), index)
        .split(/[。;\n]/)
        .at(-1) ?? ''
    const after = ascii.slice(index + found.length, index + found.length + 8)
    if (isAddress(found, before, after, head) && !isQuotedMistake(ascii, found, index))
      yield { text: found, index }
  }
  for (const { 0: found, index } of ascii.matchAll(internalHost))
    if (!isQuotedMistake(ascii, found, index)) yield { text: found, index }
}

/** Whether a text quotes a loopback link as a mistake of a page. */
function isQuotedMistake(text: string, found: string, index: number): boolean {
  if (!thisMachine.test(found)) return false
  const before = text.slice(Math.max(0, index - 8), index).replace(/https?:\/\/$/i, '')
  const end = index + found.length
  return quotedBefore.test(before) && quotedAfter.test(text.slice(end, end + 60))
}

/**
 * The level of a marking: an error on an official site, unless the document says that its secrecy
 * has ended.
 */
export const markingLevel = (kind: Marking['kind'], isOfficial: boolean): Level =>
  isOfficial && kind !== 'declassified' ? 'error' : 'warning'
