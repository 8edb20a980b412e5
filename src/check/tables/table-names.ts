/** What a column counts. */
export type ColumnCount =
  | 'all'
  | 'running'
  | 'checked'
  | 'passed'
  | 'failed'
  | 'received'
  | 'valid'
  | 'closed'
  | 'closed-on-time'
  | 'submitted'
  | 'adopted'

const counts: readonly (readonly [RegExp, ColumnCount])[] = [
  [/^(总|现有|登记|备案)?$/, 'all'],
  [/^(正常|在)?运行$/, 'running'],
  [/^(实际|本次|已)?(检查|抽查|监测|普查|测评)$/, 'checked'],
  [/^(合格|达标)$/, 'passed'],
  [/^(不合格|不达标)$/, 'failed'],
  [/^(收到|受理|接收|交办|转办|应办)$/, 'received'],
  [/^有效$/, 'valid'],
  [/^(已)?(办结|答复|回复|办复|办理)$/, 'closed'],
  [/^(按[期时]|及时)(办结|答复|回复|办复)$/, 'closed-on-time'],
  [/^(累计)?(报送|上报|投稿)$/, 'submitted'],
  [/^(采用|采纳|录用|采发|采纳发布)$/, 'adopted'],
]

/**
 * What a column counts according to its name: 抽查网站数（个） counts the checked. Null if the name does
 * not say.
 */
export function countIn(column: string): ColumnCount | null {
  const core = column
    .replace(/\(.*?\)/g, '')
    .replace(
      /政府网站|网站|政务新媒体|新媒体|账号|信息|工单|留言|信件|来信|诉求|^本(月|季度|期)/g,
      '',
    )
    .replace(/总?(数量|个数|件数|条数|家数|数|量)$/, '')
  // A name without a word for a number, such as 政府网站, is not a count.
  if (core === '' && !/(数|量)$/.test(column.replace(/\(.*?\)/g, ''))) return null
  return counts.find(([name]) => name.test(core))?.[1] ?? null
}

/** Pairs of counts of which the first never exceeds the second. */
const ordered: readonly (readonly [ColumnCount, ColumnCount])[] = [
  ['running', 'all'],
  ['checked', 'all'],
  ['checked', 'running'],
  ['passed', 'checked'],
  ['failed', 'checked'],
  ['passed', 'all'],
  ['failed', 'all'],
  ['passed', 'running'],
  ['failed', 'running'],
  ['valid', 'received'],
  ['closed', 'received'],
  ['closed', 'valid'],
  ['closed', 'all'],
  ['closed-on-time', 'closed'],
  ['closed-on-time', 'received'],
  ['adopted', 'submitted'],
  ['adopted', 'all'],
]

export const isCountOrder = (smaller: string, larger: string): boolean =>
  ordered.some(([one, other]) => one === countIn(smaller) && other === countIn(larger))

interface RateColumns {
  readonly parts: readonly ColumnCount[]
  /** Counts to subtract from the denominator to get the numerator: 合格率 from 不合格数. */
  readonly rests: readonly ColumnCount[]
  readonly wholes: readonly ColumnCount[]
}

const rates: readonly (readonly [RegExp, RateColumns])[] = [
  [
    /^(不合格|不达标)率$/,
    { parts: ['failed'], rests: ['passed'], wholes: ['checked', 'running', 'all'] },
  ],
  [
    /^(合格|达标)率$/,
    { parts: ['passed'], rests: ['failed'], wholes: ['checked', 'running', 'all'] },
  ],
  [
    /^(检查|抽查)(率|比例|覆盖率)$|^覆盖率$/,
    { parts: ['checked'], rests: [], wholes: ['running', 'all'] },
  ],
  [
    /^(按[期时]|及时)(办结|答复|回复)率$/,
    { parts: ['closed-on-time'], rests: [], wholes: ['closed', 'received', 'valid', 'all'] },
  ],
  [
    /^(办结|答复|回复|办复|办理)率$/,
    { parts: ['closed'], rests: [], wholes: ['received', 'valid', 'all'] },
  ],
  [/^(采用|采纳|录用|采发)率$/, { parts: ['adopted'], rests: [], wholes: ['submitted', 'all'] }],
]

/** The counts of a rate according to its name; null for other names. */
export const rateIn = (column: string): RateColumns | null =>
  rates.find(([name]) => name.test(column.replace(/\(.*?\)/g, '')))?.[1] ?? null
