/** Which pages answer what readers ask in their own words, for the search. */
import type { Model } from '#model/model.ts'
import type { IssueState } from '#model/issue-life.ts'
import { opennessYears } from '#model/openness-facts.ts'
import * as at from '../addresses.ts'
import { glossaryView } from '../glossary.ts'
import { inspectionName, registerTitle } from '../inspection-names.ts'
import { inspectionViews } from '../inspection-views.ts'
import { issueListPages } from '../issue-lists.ts'
import { issueStateNames } from '../issue-words.ts'
import type { Link } from '../names.ts'
import { indicatorsOf, indicatorTitle } from '../pages/indicators.ts'
import { publicationTitle, publicationYears } from '../pages/publication.ts'
import { formKinds, formPage } from '../submit.ts'

/** Words of a question, any of which asks for the links, the best answer first. */
interface SearchAnswer {
  readonly words: readonly string[]
  /** Whether the words say that something was done: after 未, 没, 没有 or 不 they do not count. */
  readonly isDone?: true
  readonly links: readonly (Link & { readonly href: string; readonly note: string })[]
}

/** An answer before it is known which of its pages a site has. */
interface Question {
  readonly words: readonly string[]
  readonly isDone?: true
  readonly pages: (model: Model) => readonly { href: string; label?: string; note: string }[]
}

const questions: readonly Question[] = [
  {
    words: [
      ...['没有公开', '没公开', '未公开', '没有交', '没交', '未交', '没有报', '没报', '谁没'],
      ...[
        '迟交',
        '晚交',
        '迟报',
        '晚报',
        '逾期',
        '超期',
        '晚于期限',
        '未按期',
        '未按时',
        '没有按',
        '没按',
        '未能按',
        '没能按',
        '不按期',
        '不按时',
        '拖延',
        '迟了',
        '迟到',
      ],
    ],
    pages: (model) => {
      const [newest, ...older] = yearsOf(model)
      return [
        ...(newest === undefined ? [] : [newest]),
        {
          href: at.deadlineBoard,
          label: '期限：到期的单位和事项',
          note: '按单位列出经核查未公开的、期限已过本站未收录的和一周内到期的。',
        },
        ...older,
        ...registersOf(model),
      ]
    },
  },
  {
    words: ['自查'],
    pages: (model) => [
      { href: at.reportPeriodList, note: '各期应公开的单位有多少按期公开。' },
      ...registersOf(model),
      ...yearsOf(model).slice(0, 1),
    ],
  },
  {
    words: ['合格', '达标', '通过率'],
    pages: (model) => [
      ...newestInspection(model, '最近一期各领域的合格率。'),
      { href: at.trends, note: '各期合格率，图和数据可以下载。' },
      { href: at.inspectionList, note: '各期检查结果一览。' },
    ],
  },
  {
    words: ['12345', '热线', '留言', '信箱', '网民'],
    pages: (model) => {
      const views = inspectionViews(model)
      const has = ({ counts }: (typeof views)[number]['areas'][number]): boolean =>
        counts.some(({ name }) => name === 'closed' || name === 'received')
      const newest = views.findLast(({ areas }) => areas.some(has))
      const area = newest?.areas.find(has)
      return newest === undefined || area === undefined
        ? []
        : [
            {
              href: at.areaAnchor(newest.inspection.id, area.id),
              label: `${inspectionName(newest.inspection, '结果')}：${area.name}`,
              note: '收到、办结和按期办结多少。',
            },
            { href: at.trends, note: '各期的办理情况。' },
          ]
    },
  },
  {
    words: ['整改', '办结', '销号', '复核', '回头看'],
    pages: () => [
      { href: at.rectificationList, note: '各期问题的整改进展，尚无办结记录的列在前面。' },
    ],
  },
  {
    words: ['到期', '期限', '截止', '什么时候', '几号前'],
    pages: () => [
      {
        href: at.deadlineBoard,
        label: '期限：到期的单位和事项',
        note: '按单位列出到期的事项，和各期提出的期限。',
      },
    ],
  },
  {
    words: ['重复', '屡次', '屡查', '反复', '哪类问题', '常见问题'],
    pages: () => [
      { href: at.indicatorList, note: '每类问题在几期提出过，涉及多少单位。' },
      { href: at.trends, note: '问题类别在各期的变化。' },
    ],
  },
  {
    words: ['更正', '纠错', '改错'],
    pages: () => [{ href: at.correctionList, note: '改过什么，为什么。' }],
  },
  {
    words: ['政策文件', '规范性文件', '解读', '三同步', '征求意见', '公报', '年度报告', '年报'],
    pages: (model) =>
      opennessYears(model)
        .map(({ year }) => year)
        .sort()
        .slice(-1)
        .map((year) => ({
          href: at.opennessPage(year),
          note: '政策文件和解读、征求意见和反馈、送公报和年度报告公布的情况，按单位列出。',
        })),
  },
  {
    words: ['填报', '怎么报', '怎么填', '提交'],
    pages: (model) =>
      formKinds.map((kind) => ({
        href: at.submitPage(kind),
        note: formPage(model, kind).lead,
      })),
  },
  {
    words: ['怎么算', '怎样算', '计算', '什么意思', '术语', '用语'],
    pages: () => [
      { href: at.glossary, note: '页面上的用语，各是什么意思。' },
      { href: at.method, note: '每个数字怎么来、每个状态什么意思。' },
    ],
  },
]

/** What readers say, and the words of catalogues that mean it: a part of the name of an indicator. */
interface Synonym {
  readonly said: readonly string[]
  readonly terms: readonly string[]
}

/**
 * Everyday words for what the inspectors look for. A synonym is shown only where a catalogue of the site
 * has an indicator for it.
 */
export const synonyms: readonly Synonym[] = [
  {
    said: ['打不开', '打开不了', '错链', '死链', '链接失效', '链接不可用', '断链'],
    terms: ['链接'],
  },
  { said: ['进不去', '上不去', '登不上', '打不开', '访问不了'], terms: ['无法访问', '无法打开'] },
  {
    said: ['没更新', '没有更新', '不更新', '更新不及时', '很久没动', '长期未更新', '僵尸'],
    terms: ['不更新', '未更新'],
  },
  {
    said: ['没人回', '没回复', '不回复', '没有回复', '没答复', '不答复', '没人理'],
    terms: ['留言', '互动回应', '答非所问', '转办'],
  },
  { said: ['错别字', '错字', '写错'], terms: ['文字差错', '表述错误'] },
  { said: ['空白', '没内容', '没有内容', '空栏目'], terms: ['空白'] },
  { said: ['搜不到', '搜索不了', '不能搜索', '搜索用不了'], terms: ['搜索'] },
  { said: ['抄袭', '照抄', '雷同', '照搬', '复制粘贴'], terms: ['雷同'] },
  { said: ['看不懂', '没解读', '没有解读'], terms: ['未作解读'] },
]

/** The indicators that a synonym means, in the order of the site. */
export const indicatorsOfSynonym = (model: Model, { terms }: Synonym): Link[] =>
  indicatorsOf(model).flatMap((history) => {
    return terms.some((word) => history.indicator.name.includes(word))
      ? [{ label: indicatorTitle(model, history), href: at.indicatorPage(history.id) }]
      : []
  })

/** What readers say of the states of issues, with the states. */
const saidOfStates: readonly { said: readonly string[]; states: readonly IssueState['state'][] }[] =
  [
    {
      // Not recorded is not undone, so issues without a record are not among them.
      said: ['待整改', '未整改', '没整改', '没有整改', '没改', '整改中', '未办结', '没办结'],
      states: ['notified', 'reported', 'extended', 'recheck-failed', 'carried-over'],
    },
    {
      said: ['已整改', '整改完成', '整改到位', '改好'],
      states: ['closed', 'recheck-passed', 'rectified', 'said-rectified'],
    },
  ]

/** Questions for the lists of issues by state: by the name of the state, or what readers call it. */
const stateQuestions = (model: Model): Question[] => {
  const lists = issueListPages(model).filter(({ number }) => number === 1)
  const listOf = (state: string) => {
    const list = lists.find(({ href }) => href === at.issueCut('state', state))
    return list === undefined
      ? []
      : [{ href: list.href, label: list.title, note: `各期通报提出的，共${list.count}项。` }]
  }
  return [
    ...Object.entries(issueStateNames).map(([state, name]) => ({
      words: [name],
      isDone: true as const,
      pages: () => listOf(state),
    })),
    ...saidOfStates.map(({ said, states }) => ({
      words: said,
      isDone: true as const,
      pages: () => states.flatMap(listOf),
    })),
  ]
}

/** Questions for the registers: by the state of a report. */
const publicationQuestion: Question = {
  words: ['按期公开', '按时公开', '已公开', '公开日期不详'],
  isDone: true,
  pages: (model) => [
    { href: at.reportPeriodList, note: '各期应公开的单位有多少按期公开。' },
    ...registersOf(model),
  ],
}

const synonymQuestions = (model: Model): Question[] =>
  synonyms.map((synonym) => ({
    words: synonym.said,
    pages: () =>
      indicatorsOfSynonym(model, synonym).map(({ label, href = '' }) => ({
        href,
        label,
        note: '检查指标：在几期提出过，涉及哪些单位，整改得怎样。',
      })),
  }))

/** The lists of late reports, the newest year first. */
const yearsOf = (model: Model) =>
  [...publicationYears(model)].reverse().map(({ year }) => ({
    href: at.publicationPage(year),
    label: publicationTitle(year),
    note: '各期晚于期限、经核查未公开和本站未收录的单位。',
  }))

/** The newest register whose last day has come, else the newest. */
function registersOf(model: Model) {
  const orders = [...model.index.orders]
  const [period, order] =
    orders.findLast(([id]) => model.dataset.selfInspections[id] !== undefined) ??
    orders.at(-1) ??
    []
  return period === undefined || order?.deadline.period === undefined
    ? []
    : [
        {
          href: at.registerPage(period),
          label: registerTitle(order.deadline.period),
          note: '每个单位是否公开、何时公开。',
        },
      ]
}

const newestInspection = (model: Model, note: string) =>
  inspectionViews(model)
    .slice(-1)
    .map(({ inspection }) => ({ href: at.inspectionPage(inspection.id), note }))

/**
 * The questions that the pages of a site answer; then each term of the glossary with its meaning.
 *
 * @param titleOf the title of the page at an address; undefined where the site has no such page
 */
export function searchAnswers(
  model: Model,
  titleOf: (href: string) => string | undefined,
): SearchAnswer[] {
  const all = [
    ...stateQuestions(model),
    ...synonymQuestions(model),
    ...questions,
    publicationQuestion,
  ]
  const known = all.map(({ words, isDone, pages }) => ({
    words,
    ...(isDone && { isDone }),
    links: pages(model).flatMap(({ href, label, note }) => {
      const title = titleOf(href.replace(/#.*$/, ''))
      return title === undefined ? [] : [{ label: label ?? title, href, note }]
    }),
  }))
  const terms = glossaryView(model).terms.map(({ id, word, also, meaning }) => ({
    words: [word, ...also.split('、')].filter((one) => one.length > 1),
    isDone: true as const,
    links: [{ label: `${word}（用语说明）`, href: `${at.glossary}#${id}`, note: meaning }],
  }))
  return [...known, ...terms].filter(({ links }) => links.length > 0)
}
