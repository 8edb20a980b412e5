/** The words of the site that readers may not know, each with its one explanation. */
import type { Model } from '#model/model.ts'
import { missingWords } from '#model/figure.ts'
import { formulas } from '#model/rate.ts'
import { type RegisterGroup, registerGroups } from '#model/register.ts'
import type { Issue } from '#schema/issue.ts'
import { reportPeriodsOf } from './report-periods.ts'
import { rates } from './tables/numbers.ts'

/** What a site shows, so that it does not explain what it does not show. */
interface Shown {
  readonly rates: boolean
  readonly issues: boolean
  readonly registers: boolean
  readonly ownReports: boolean
}

export function shownIn(model: Model): Shown {
  const { dataset, index } = model
  return {
    rates:
      dataset.inspections.length > 0 || rates.placed(model).some(({ rows }) => rows().length > 0),
    issues: index.issues.length > 0,
    registers: index.orders.size > 0,
    ownReports: reportPeriodsOf(model).some(({ unasked }) => unasked.length > 0),
  }
}

interface Term {
  readonly word: string
  /** Other words for the same, by which the search finds it. */
  readonly also?: readonly string[]
  readonly meaning: string
  /** What a site has to show so that it uses the word; every site uses a word without it. */
  readonly of?: keyof Shown
}

/** What the groups of a register mean. Filters and badges begin with the same words. */
export const groupMeanings: Readonly<Record<RegisterGroup, string>> = {
  'on-time': '在期限当日或之前公开。',
  published: '已公开，没有收录写明日期的要求，或者不知道期限是哪一天，不判断早晚。',
  undated: '已公开，但不知道是哪一天，不判断早晚。',
  late: '已公开，公开日期晚于期限；天数从期限次日算起。',
  pending:
    '本站没有收录到报告，也没有主管机关在期限之后的核查记录，包括期限还没有到的；不等于没有公开。期限过了一年以上的写“往期，本站未收录”。',
  overdue:
    '主管机关在期限之后核查过，仍没有公开；只有记录了核查日期才这样写，天数算到核查那一天，之后怎样不作推断。',
  exempt: '按规定不需要公开，写明理由，不计入应公开的单位数。',
}

/** By id, in the order of the page. */
export const terms = {
  'pass-rate': {
    word: '合格率',
    meaning: `${formulas.passed.words}。分子和分母总是写在旁边；有一个不合格就不写成百分之百。`,
    of: 'rates',
  },
  full: {
    word: '全覆盖检查',
    also: ['全部检查', '普查'],
    meaning: '在运行的网站或账号都检查了。',
    of: 'rates',
  },
  sample: {
    word: '抽查',
    also: ['抽样'],
    meaning: '只检查了一部分。合格率只说明抽到的网站或账号，不与其他各期比较。',
    of: 'rates',
  },
  stated: {
    word: '文件所载',
    meaning: '照文件印出的写法显示；没有印出、由本站按公式得出的注明“计算”。',
    of: 'rates',
  },
  named: {
    word: '点名',
    also: ['通报点名'],
    meaning: '通报写出了单位的名称。被点名不等于不合格；没有被点名也不等于没有问题。',
    of: 'issues',
  },
  veto: {
    word: '单项否决',
    also: ['一票否决'],
    meaning:
      '检查指标里的一类：出现一项，这个网站或账号就判为不合格，例如严重表述错误。是否计入合格率以通报写明的为准。',
    of: 'issues',
  },
  deduction: {
    word: '扣分',
    meaning: '检查指标里的一类：按次数或者程度扣分，扣完再看总分。',
    of: 'issues',
  },
  ordinary: {
    word: '一般问题',
    meaning: '通报提出、不属于单项否决的问题，要求整改，是否影响合格率以通报写明的为准。',
    of: 'issues',
  },
  counted: {
    word: '计入合格率',
    meaning: '通报写明这项问题使网站或账号不合格。通报没有写的，注明“文件未写明”。',
    of: 'issues',
  },
  others: {
    word: '等单位',
    also: ['等'],
    meaning: '通报只列出一部分单位。本站只登记列出的，其他是谁不作推断。',
    of: 'issues',
  },
  ledger: {
    word: '整改台账',
    meaning: '逐项登记通报点名的问题：通知、报送、整改、复核、办结。与自查整改公开台账不是一回事。',
    of: 'issues',
  },
  reported: {
    word: '报送',
    also: ['上报'],
    meaning: '单位向主管机关交了整改情况。报送不等于已经整改，两件事分别登记。',
    of: 'issues',
  },
  closed: {
    word: '办结',
    also: ['销号'],
    meaning: '主管机关认定这项问题已经了结，有的地方叫销号。没有记录的只写“本站未收录”。',
    of: 'issues',
  },
  recheck: {
    word: '复核',
    also: ['回头看'],
    meaning: '主管机关再次检查整改的结果，写通过或者未通过，以及日期。',
    of: 'issues',
  },
  'self-inspection': {
    word: '自查整改',
    also: ['自查'],
    meaning: '各单位对照检查指标自己检查、整改，并把情况公开。',
  },
  register: {
    word: '自查整改公开台账',
    meaning: '登记每个应公开的单位是否公开、何时公开自查整改情况，一期一本。',
    of: 'registers',
  },
  ...ofGroups(),
  looked: {
    word: '核查',
    meaning: '主管机关逐一看过各单位是否公开，并记录了日期。没有这个日期，本站不写谁没有公开。',
    of: 'registers',
  },
  'as-of': {
    word: '截至',
    meaning: '页面上的状态按这一天计算。浏览器开着脚本的，改按访问当天计算，并写明是哪一天。',
  },
  'not-recorded': {
    word: missingWords['not-recorded'],
    also: ['未收录'],
    meaning: '本站没有这项资料。不等于没有做，也不等于没有公开。',
  },
  'not-stated': {
    word: missingWords['not-stated'],
    meaning: '文件没有写。与数字是零、本站没有收录都不是一回事。',
  },
  correction: {
    word: '更正',
    meaning: '改了、补了或删了已经公开的内容，写明日期、原来的内容、更正后的内容和理由。',
  },
} as const satisfies Readonly<Record<string, Term>>

export type TermId = keyof typeof terms

/** The groups of registers as terms, but 本站未收录, which more than registers say. */
function ofGroups() {
  const term = (group: Exclude<RegisterGroup, 'pending' | 'published'>) =>
    ({ word: registerGroups[group].label, meaning: groupMeanings[group], of: 'registers' }) as const
  return {
    'on-time': term('on-time'),
    late: { ...term('late'), also: ['迟交', '晚交'] },
    undated: term('undated'),
    overdue: { ...term('overdue'), also: ['逾期'] },
    exempt: term('exempt'),
  }
}

/** The terms that stand on the page of a round: in its figures and on the cards of its issues. */
export function termsOfRound(
  areas: readonly { readonly coverage: string | null; readonly rates: readonly object[] }[],
  issues: readonly { readonly issue: Pick<Issue, 'severity' | 'counts_in_rate'> }[],
): TermId[] {
  const found: readonly (readonly [TermId, boolean])[] = [
    ['pass-rate', areas.some(({ rates: own }) => own.length > 0)],
    ['sample', areas.some(({ coverage }) => coverage === 'sample')],
    ['veto', issues.some(({ issue }) => issue.severity === 'veto')],
    ['counted', issues.some(({ issue }) => issue.counts_in_rate === true)],
  ]
  return found.flatMap(([id, isThere]) => (isThere ? [id] : []))
}

/** The terms that explain the groups of a register. */
export const groupTerms: Readonly<Record<RegisterGroup, TermId>> = {
  'on-time': 'on-time',
  published: 'not-stated',
  undated: 'undated',
  late: 'late',
  pending: 'not-recorded',
  overdue: 'overdue',
  exempt: 'exempt',
}

/** The terms that a site uses, with their anchors. */
export function glossaryView(model: Model) {
  const shown = shownIn(model)
  const all: [string, Term][] = Object.entries(terms)
  return {
    lead: '本站页面上的用语，各是什么意思。数字怎么算、状态怎么判断，见计算说明。',
    terms: all
      .filter(([, { of }]) => of === undefined || shown[of])
      .map(([id, { word, also = [], meaning }]) => ({
        id,
        word,
        also: also.join('、'),
        meaning,
      })),
  }
}
