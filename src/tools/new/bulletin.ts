import type { Block, Bulletin, Inline } from '#model/bulletin.ts'
import {
  appendicesText,
  numberedSections,
  passageMarkup,
  escapedMdx,
  type Section,
  value,
} from '#model/bulletin-source.ts'
import { isDay } from '#model/calendar.ts'
import { chineseNumeral } from '#model/chinese-numeral.ts'
import { areasOfIssue, type Dataset, type Inspection } from '#model/dataset.ts'
import { counted, dueDay } from '#model/due-day.ts'
import { isGroup } from '#model/figure.ts'
import { toFill } from '#messages/unfinished.ts'
import { countNames, type CountName } from '#schema/figure.ts'
import { isRateName, rateNames, type Group } from '#schema/group.ts'

/**
 * A draft of a bulletin in the usual form. Every figure, date and name in the data is a reference,
 * and what only the office can say is left to fill in.
 */
export function newBulletin(
  dataset: Dataset,
  inspection: Inspection,
  previous: Bulletin | null,
): string {
  const { activity = '检查' } = inspection
  const subject = activity.endsWith('情况') ? activity : `${activity}情况`
  const paragraphs = [
    titleLike(previous) ?? `# ${value('issuer')}关于${value('period')}${escapedMdx(subject)}的通报`,
    addresseeLike(previous) ?? `${toFill}：`,
    `${toFill}（依据）。现将${value('period')}${escapedMdx(subject)}通报如下。`,
    '## 一、基本情况',
    ...numberedSections([
      ...Object.entries(inspection.areas).map(([area, group]): Section => [
        `${areaName(dataset, area)}情况。`,
        situation(dataset, area, group),
      ]),
      ...(inspection.follow_ups === undefined
        ? []
        : [['上期问题整改情况。', toFill] satisfies Section]),
    ]),
    '## 二、存在问题',
    ...numberedSections(problems(dataset, inspection)),
    '## 三、下步要求',
    ...requirements(dataset, inspection),
    ...appendicesText(Object.keys(inspection.appendices ?? {})),
    ...(inspection.rechecked_until === undefined
      ? []
      : [`注：复核截止时间${value('rechecked_until')}。`]),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

const areaName = (dataset: Dataset, area: string): string =>
  escapedMdx(dataset.site.areas[area]?.name ?? area)

/** The title of the office's last bulletin; null if it contains something of that period only. */
function titleLike(bulletin: Bulletin | null): string | null {
  const heading = bulletin?.blocks.find((block) => block.type === 'heading' && block.depth === 1)
  const text = heading === undefined ? null : sourceOf(heading)
  return text === null ? null : `# ${text}`
}

function addresseeLike(bulletin: Bulletin | null): string | null {
  const first = bulletin?.blocks.find((block) => block.type === 'paragraph')
  const text = first === undefined ? null : sourceOf(first)
  return text?.endsWith('：') === true ? text : null
}

/** The source text of a block; null when it has a number or a special character of MDX. */
function sourceOf(block: Block): string | null {
  if (block.type === 'appendix') return null
  const parts = block.children.map((node: Inline) => {
    if (node.type === 'value')
      return /^(issuer|period|units|site)\b/.test(node.of) ? value(node.of) : null
    return node.type === 'text' && !/[\d<>{}*_`~[\]\\#]/.test(node.text) ? node.text : null
  })
  return parts.includes(null) ? null : parts.join('')
}

/** A sentence with every figure of an area. */
function situation(dataset: Dataset, area: string, group: Group): string {
  const clauses = clausesOf(`areas.${area}`, group, counterOf(dataset, area, group))
  const { window, source } = group
  const since = window?.start === undefined ? '' : `${value(`areas.${area}.window.start`)}以来，`
  const from = source === undefined ? '' : `据“${value(`areas.${area}.source`)}”，`
  return passageMarkup(
    `areas.${area}`,
    clauses === '' ? `${toFill}。` : `${since}${from}${clauses}。`,
  )
}

const counterOf = (dataset: Dataset, area: string, group: Group): string =>
  escapedMdx(group.counter ?? dataset.site.areas[area]?.counter ?? '')

/** 总数370个，其中市政府本级3个、……；合格率99.7% */
function clausesOf(path: string, group: Group, counter: string): string {
  const counts = Object.keys(group.tally ?? {}).map(
    (name) => `${countNames[name as CountName]}${value(`${path}.tally.${name}`)}${counter}`,
  )
  const splits = Object.entries(group.splits ?? {}).map(([by, { parts }]) => {
    const named = Object.entries(parts).map(([label, part]) => {
      const at = `${path}.splits.${by}.parts.${label}`
      return isGroup(part)
        ? `${escapedMdx(label)}${clausesOf(at, part, counter)}`
        : `${escapedMdx(label)}${value(at)}${counter}`
    })
    return `其中${named.join('、')}`
  })
  const rates = Object.keys(group.rates ?? {}).map(
    (name) =>
      `${isRateName(name) ? rateNames[name] : escapedMdx(name)}${value(`${path}.rates.${name}`)}`,
  )
  const figures = Object.keys(group.figures ?? {}).map(
    (name) => `${escapedMdx(name)}${value(`${path}.figures.${name}`)}`,
  )
  const rounds = Object.entries(group.rounds ?? {}).map(
    ([name, round]) =>
      `${escapedMdx(name)}：${clausesOf(`${path}.rounds.${name}`, round, counter)}`,
  )
  return [counts.join('，'), ...splits, [...rates, ...figures].join('，'), ...rounds]
    .filter(Boolean)
    .join('；')
}

/** One sentence for each issue, by area; a place to fill in for an area without issues. */
function problems(dataset: Dataset, inspection: Inspection): Section[] {
  const issues = Object.entries(inspection.issues ?? {})
  const areas = Object.keys(inspection.areas).filter(
    (area) => issues.length === 0 || issues.some(([, issue]) => areasOfIssue(issue).includes(area)),
  )
  return areas.map((area) => {
    const own = issues.filter(([, issue]) => areasOfIssue(issue).includes(area))
    const sentences = own.map(([id, { units, channels = [], exhaustive }], n) => {
      const named = [
        ...(Array.isArray(units) ? units.map((unit) => value(`units.${unit}`)) : []),
        ...channels.map((channel) => `“${value(`channels.${channel}`)}”`),
      ].join('、')
      const who = exhaustive === false && named !== '' ? `${named}等单位` : named
      const number = own.length === 1 ? '' : `${chineseNumeral(n + 1)}是`
      const text = `${number}${who === '' ? '' : `${who}：`}${value(`issues.${id}.text`)}`
      return passageMarkup(`issues.${id}`, `${text}${n === own.length - 1 ? '。' : '；'}`)
    })
    return [
      `${areaName(dataset, area)}方面。`,
      sentences.length === 0 ? toFill : sentences.join(''),
    ]
  })
}

/**
 * The paragraphs of requirements; orders with a deadline are under the first one, for the editor to
 * move.
 */
function requirements(dataset: Dataset, inspection: Inspection): string[] {
  const { requirements: all = {}, deadlines = {} } = inspection
  const orders = Object.entries(deadlines).map(([id, deadline]) => {
    const at = `deadlines.${id}`
    const who = deadline.who_stated === undefined ? toFill : value(`${at}.who_stated`)
    const hasDay =
      dueDay(counted(deadline, inspection, dataset.site)) !== null || isDay(deadline.due ?? '')
    const period = deadline.period === undefined ? '' : `（${value(`${at}.period`)}）`
    return passageMarkup(
      at,
      `${who}${hasDay ? '于' : '：'}${value(at)}${value(`${at}.title`)}${period}。`,
    )
  })
  const ids = Object.keys(all)
  if (ids.length === 0) return [...orders, toFill]
  return numberedSections(
    ids.map((id, n): Section => [
      `${value(`requirements.${id}.title`)}。`,
      `${n === 0 ? orders.join('') : ''}${toFill}。`,
    ]),
  )
}
