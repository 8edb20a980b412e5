import {
  type AreaView,
  countLine,
  type GroupView,
  mainRate,
  type MeasureView,
  measureViews,
  ratedGroup,
} from '#model/area.ts'
import { type Inspection, unitsOfIssue } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { honestPercent } from '#model/ratio.ts'
import { fractionText, rateDifference, rateText, type RateView } from '#model/rate.ts'
import * as at from './addresses.ts'
import { partsWords } from './block-tables.ts'
import { quoted } from './quote.ts'

export interface AreaFigureProps {
  area: string
  href: string
  fraction?: string
  /** The counter word of the fraction, which stays on its line: 家. */
  fractionUnit?: string | undefined
  counted?: string
  rate?: { name: string; value: string }
  reason?: string | undefined
  bar?: { total: number; checked: number; failed: number }
  /** How much was checked, in words. */
  coverage?: string
  /** What each part of the bar means: of the passed, the failed, and those that were not checked. */
  passed?: string
  failed?: string
  unchecked?: string
  /** Other figures, after the leading one. */
  others?: { label: string; value: string }[]
  /** How many figures are not shown, in words. */
  more?: string
  notes: string[]
}

/**
 * The figure of an area: its fraction, its rate, and what both mean in words. The number that the
 * document gives first leads, the others follow in its order.
 */
export function areaFigure(inspection: Inspection, area: AreaView): AreaFigureProps {
  const group = ratedGroup(area)
  const rate = mainRate(group)
  const base = {
    area: area.name,
    href: at.areaAnchor(inspection.id, area.id),
    notes: areaNotes(area, rate),
  }
  const units = new Set(area.issues.flatMap(({ issue }) => unitsOfIssue(issue))).size
  const found =
    area.issues.length === 0
      ? {}
      : {
          coverage: `${inspection.document?.abridged === undefined ? '' : '本站收录'}提出${area.issues.length}类问题${units > 0 ? `，点名${units}个单位` : ''}`,
        }
  const rated = ratedFigure(area, group, rate)
  if (rated !== null) {
    const { shown, figure } = rated
    const own = numbersOf(area, area.counter)
    // Only a figure that the document gives before its counts and rates takes their place.
    const first = area.order[0] === 'figures' ? own.find(isLarge) : undefined
    const lead = first?.part === 'figures' ? first : undefined
    const others = own.filter((one) => {
      if (one === lead) return false
      if (one.part === 'counts') return !shown.includes(one.name)
      // Another number in large type leaves the rate with its fraction among the others.
      return one.part !== 'rates' || one.name !== rate?.name || (lead !== undefined && !figure.rate)
    })
    return {
      ...base,
      ...found,
      ...figure,
      ...(lead === undefined ? {} : { fractionUnit: undefined, ...leadOf(lead) }),
      ...othersOf(others),
    }
  }
  const named = namedFigures(area, area.counter)
  const given = named.length === 0 ? countedParts(area, area.counter) : named
  const stated = area.clear ?? ratesOfParts(area)
  if (stated !== null) return { ...base, reason: stated, ...othersOf(given), ...found }
  if (given.length === 0) return { ...base, reason: '通报用文字说明，没有数字。', ...found }
  return { ...base, ...ledBy(given), ...found }
}

/** The figures of a document in its order: those of no area, and those of each area. */
export function documentFigures(
  model: Pick<Model, 'dataset'>,
  inspection: Inspection,
  areas: readonly AreaView[],
): { figure: AreaFigureProps; area: AreaView | null }[] {
  const own = measureViews(inspection.figures, model.dataset).map((figure) => ({
    label: figure.label,
    value: figure.text,
    parts: partsOfLead(figure),
  }))
  const whole = {
    figure: {
      area: generalFigures,
      href: `${at.inspectionPage(inspection.id)}#figures`,
      notes: [],
      ...ledBy(own),
    },
    area: null,
  }
  const ofAreas = areas.map((area) => ({ figure: areaFigure(inspection, area), area }))
  if (own.length === 0) return ofAreas
  return figuresComeFirst(inspection) ? [whole, ...ofAreas] : [...ofAreas, whole]
}

/** The heading of figures that belong to no area. */
export const generalFigures = '总体数字'

/** Whether a document gives figures of no area before its areas. */
export function figuresComeFirst(inspection: Inspection): boolean {
  const keys = Object.keys(inspection)
  return keys.includes('figures') && keys.indexOf('figures') < keys.indexOf('areas')
}

/** The figure of a block that has a fraction or a rate, with the counts that it shows; else null. */
function ratedFigure(
  area: AreaView,
  group: GroupView,
  rate: RateView | undefined,
): { figure: Partial<AreaFigureProps>; shown: readonly string[] } | null {
  const { counter, object } = area
  const { checked, passed, failed } = group
  const shownRate = rate?.text == null ? {} : { rate: { name: rate.label, value: rate.text } }
  if (checked !== null && checked > 0 && passed !== null && failed !== null) {
    const total = numberIn(area, 'total')
    const running = numberIn(area, 'running')
    const population = total ?? running
    const isWhole = group.coverage === 'full' || (running !== null && checked >= running)
    const bar =
      population === null || population < checked
        ? {}
        : { bar: { total: population, checked, failed } }
    return {
      shown: ['checked', 'passed', 'failed', total === null ? 'running' : 'total'],
      figure: {
        fraction: fractionText({ numerator: passed, denominator: checked }),
        fractionUnit: counter,
        counted: `${object}合格`,
        ...shownRate,
        ...bar,
        coverage: coverageWords(
          group.coverage,
          counter,
          checked,
          population,
          total !== null,
          isWhole,
        ),
        ...('bar' in bar
          ? {
              passed: passedWords(passed, failed, checked, counter),
              ...(bar.bar.total > checked
                ? { unchecked: isWhole ? '其余不在检查范围内' : '其余没有检查' }
                : {}),
            }
          : failed > 0
            ? {}
            : { passed: `检查的${checked}${counter}全部合格` }),
        ...(failed > 0 ? { failed: `${failed}${counter}${failedWord(area)}` } : {}),
      },
    }
  }
  const valid = numberIn(area, 'valid')
  const closed = numberIn(area, 'closed')
  if (valid !== null && valid > 0 && closed !== null) {
    // The fraction is that of the rate, when the document gives its numerator and denominator.
    const isOfMessages = rate !== undefined && Object.hasOwn(closedWords, rate.name)
    const ofRate = isOfMessages ? fractionText(rate) : null
    const apart =
      rate === undefined || rate.numerator !== null ? [] : [`${rate.label}的数量文件未单列`]
    const open = numberIn(area, 'open')
    const closedWord = area.counts.find(({ name }) => name === 'closed')?.label ?? '办结'
    return {
      shown: ['valid', 'closed', 'open'],
      figure: {
        fraction: ofRate ?? fractionText({ numerator: closed, denominator: valid }),
        fractionUnit: counter,
        counted:
          (isOfMessages && ofRate !== null && rate.name !== 'closed'
            ? closedWords[rate.name]
            : undefined) ?? closedWord,
        ...shownRate,
        coverage: [`${object}${valid}${counter}`, `${closedWord}${closed}${counter}`]
          .concat(open === null ? [] : `在办${open}${counter}`, apart)
          .join('，'),
      },
    }
  }
  if (valid === 0)
    return { shown: ['valid'], figure: { reason: '本期没有收到有效留言，不计算比率。' } }
  if (valid === null && numberIn(area, 'received') === 0)
    return {
      shown: ['received'],
      figure: { reason: `本期收到${object}0${counter}，不计算比率。` },
    }
  if (rate?.text == null) return null
  const ofRate = fractionText(rate)
  const known = knownCounts(group, Object.hasOwn(closedWords, rate.name))
  const words = known.map((count) => `${count.label}${countLine({ ...count, more: [] }, counter)}`)
  return {
    shown:
      ofRate === null
        ? known.map(({ name }) => name)
        : group.counts
            .filter(({ number }) => number === rate.numerator || number === rate.denominator)
            .map(({ name }) => name),
    figure: {
      fraction: rate.text,
      counted:
        ofRate === null
          ? [rate.label, words.length === 0 ? '文件未写明数量' : words.join('，')].join('，')
          : `${rate.label}（${ofRate}）`,
    },
  }
}

/** How many figures follow the first. */
const maxOthers = 4

interface NamedFigure {
  readonly label: string
  readonly value: string
  /** What it is made of, in words. */
  readonly parts?: string | undefined
}

/** The first figures that follow the leading one, and how many are left. */
function othersOf(figures: readonly NamedFigure[]): Pick<AreaFigureProps, 'others' | 'more'> {
  const left = figures.length - maxOthers
  if (figures.length === 0) return {}
  return {
    others: figures.slice(0, maxOthers).map(({ label, value, parts }) => ({
      label,
      value: parts === undefined ? value : `${value}，其中${parts}`,
    })),
    ...(left > 0 ? { more: `还有${left}个数字` } : {}),
  }
}

/** Figures of which the first number leads. */
function ledBy(figures: readonly NamedFigure[]): Partial<AreaFigureProps> {
  const first = figures.find(isLarge)
  return {
    ...(first === undefined ? {} : leadOf(first)),
    ...othersOf(figures.filter((figure) => figure !== first)),
  }
}

/** Neither a value in words nor a zero is written large. */
const isLarge = ({ value }: NamedFigure): boolean => /^\D{0,2}[1-9]|^\D{0,2}0\.\d/.test(value)

/** "102.71分（满分110分）" as the number to be written large, and the words under it. */
function leadOf({
  label,
  value,
  parts,
}: NamedFigure): Pick<AreaFigureProps, 'fraction' | 'counted'> {
  const [, fraction = value, remark = ''] = /^([^（]*)(（.*)?$/.exec(value) ?? []
  return { fraction, counted: `${label}${remark}${parts === undefined ? '' : `，其中${parts}`}` }
}

/** The parts of a figure, unless there are too many for a line. */
const partsOfLead = (figure: MeasureView): string | undefined =>
  figure.parts.length === 0 || figure.parts.length > maxParts ? undefined : partsWords(figure)

/** A number of a block, with the part of the block that holds it and its name there. */
interface OwnNumber extends NamedFigure {
  readonly part: 'counts' | 'rates' | 'figures'
  readonly name: string
}

/** The counts, rates and figures of a block itself, in the order of the document. */
function numbersOf(group: GroupView, counter: string): OwnNumber[] {
  const parts: Readonly<Record<GroupView['order'][number], () => OwnNumber[]>> = {
    tally: () =>
      group.counts.map(({ name, label, text, number }) => ({
        part: 'counts',
        name,
        label,
        value: countLine({ text, number, more: [] }, counter),
      })),
    rates: () =>
      group.rates
        .filter(({ text }) => text !== null)
        .map((rate) => ({
          part: 'rates',
          name: rate.name,
          label: rate.label,
          value: fractionText(rate) === null ? String(rate.text) : rateText(rate),
        })),
    figures: () =>
      group.figures.map((figure) => ({
        part: 'figures',
        name: figure.label,
        label: figure.label,
        value: figure.text,
        parts: partsOfLead(figure),
      })),
  }
  return group.order.flatMap((part) => parts[part]())
}

/**
 * The figures of a block in the order of the document: its own, those of its rounds, and those that
 * the parts of its splits have besides their count.
 */
function namedFigures(group: GroupView, counter: string): NamedFigure[] {
  const inside = (label: string, block: GroupView): NamedFigure[] =>
    namedFigures(block, counter).map((figure) => ({ ...figure, label: `${label}${figure.label}` }))
  return [
    ...numbersOf(group, counter).filter(({ part }) => part !== 'rates'),
    ...group.rounds.flatMap(({ label, group: round }) => inside(label, round)),
    ...group.splits.flatMap(({ rows }) =>
      rows.flatMap(({ label, group: part }) => (part === null ? [] : inside(label, part))),
    ),
  ]
}

/** The most parts whose rates fit into a sentence. */
const maxParts = 6

/** The rates of parts where the document has none of the whole: 合格率：市直95%、县区98%; else null. */
function ratesOfParts({ splits, rounds }: GroupView): string | null {
  for (const { label, rows } of [...splits, { label: '各次检查', rows: rounds }]) {
    const rated = rows.flatMap(({ label: part, group }) => {
      const rate = group === null ? undefined : mainRate(group)
      return rate?.text == null ? [] : [{ part, rate }]
    })
    const [first] = rated
    if (first === undefined || rated.some(({ rate }) => rate.label !== first.rate.label)) continue
    if (rated.length > maxParts)
      return `${label}分别有${first.rate.label}，没有总的${first.rate.label}。`
    const words = rated.map(({ part, rate }) => `${part}${String(rate.text)}`).join('、')
    return `${label}的${first.rate.label}：${words}。`
  }
  return null
}

/** The counts of the parts of a block that has no other figures. */
const countedParts = ({ splits }: GroupView, counter: string): NamedFigure[] =>
  (splits[0]?.rows ?? []).map(({ label, text, number }) => ({
    label,
    value: countLine({ text, number, more: [] }, counter),
  }))

const messageCounts: readonly string[] = ['received', 'valid', 'closed', 'closed_on_time', 'open']

/** The counts that stand beside a rate without a whole fraction. */
const knownCounts = ({ counts }: GroupView, isOfMessages: boolean): GroupView['counts'] =>
  counts.filter(
    ({ name, number }) =>
      number !== null &&
      (isOfMessages ? messageCounts : ['checked', 'passed', 'failed']).includes(name),
  )

/** What the numerator of a rate of messages counts. */
const closedWords: Readonly<Record<string, string>> = {
  closed: '办结',
  closed_on_time: '按期办结',
}

/**
 * How much was checked. Full coverage is stated only when the document says so or the numbers
 * agree; the share of a sample where the document calls it one and counts all there are.
 *
 * @param isTotal whether the population is the total, else only what is running
 * @param isWhole whether all that was to be checked was: a total may count what is closed as well
 */
function coverageWords(
  coverage: AreaView['coverage'],
  counter: string,
  checked: number,
  population: number | null,
  isTotal: boolean,
  isWhole: boolean,
): string {
  if (population !== null && population > checked && !isWhole)
    return coverage === 'sample'
      ? `抽查${checked}${counter}，占${isTotal ? '全部' : '正常运行的'}${population}${counter}的${shareText(checked, population)}`
      : `${population}${counter}中检查${checked}${counter}`
  if (population !== null && population > checked)
    return `应检查的${checked}${counter}全部检查，总数${population}${counter}`
  return coverage === 'full' || population === checked
    ? `${checked}${counter}全部检查`
    : `检查${checked}${counter}`
}

/** A share in words, to a tenth of a per cent, without a decimal that is zero: 30%, 33.3%. */
const shareText = (part: number, whole: number): string =>
  honestPercent(part, whole, 1).replace(/\.0%$/, '%')

/** Of fewer than this, one more or less moves a rate by over ten points. */
const minBase = 10

/** That a rate of very few says little by itself; null where there are enough, or none. */
function smallBaseNote({ label, text, denominator }: RateView, counter: string): string | null {
  return text === null || denominator === null || denominator === 0 || denominator >= minBase
    ? null
    : `${label}的分母只有${denominator}${counter}，多一${counter}少一${counter}，百分数就相差很多`
}

const numberIn = (view: AreaView, name: string): number | null =>
  view.counts.find((count) => count.name === name)?.number ?? null

/** What the part of a bar is that was checked and did not fail. */
function passedWords(passed: number, failed: number, checked: number, counter: string): string {
  if (failed === 0 && passed === checked) return `检查的${checked}${counter}全部合格`
  return passed + failed === checked
    ? `${passed}${counter}合格`
    : `检查的其余${checked - failed}${counter}`
}

/**
 * The document's own word for a failure, when its findings use the same one for all that failed. An
 * issue of fewer accounts or units says nothing of the others.
 */
function failedWord(view: AreaView): string {
  const counted = view.issues.filter(({ issue }) => issue.counts_in_rate === true)
  const [only, ...others] = new Set(counted.map(({ issue }) => issue.printed_status))
  const named = counted.map(({ issue }) => issue.channels ?? unitsOfIssue(issue))
  const isOfAll =
    counted.length === view.failed || new Set(named.flat()).size === (view.failed ?? 0)
  return only !== undefined && others.length === 0 && isOfAll ? only : '不合格'
}

function areaNotes(view: AreaView, rate: RateView | undefined): string[] {
  const parts = [view.window, view.source === null ? null : `来自${quoted(view.source)}`].filter(
    (part) => part !== null,
  )
  const difference = rate === undefined ? null : rateDifference(rate)
  const small = rate === undefined ? null : smallBaseNote(rate, view.counter)
  return [
    ...(difference === null ? [] : [difference]),
    ...(small === null ? [] : [small]),
    ...(parts.length === 0 ? [] : [parts.join('，')]),
  ]
}
