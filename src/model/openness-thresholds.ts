import type { Consultation } from '#schema/openness.ts'
import { indicatorsInForce } from './catalogue.ts'
import { addDays, dayAfter, daysBetween, isDay } from './calendar.ts'
import type { Dataset } from './dataset.ts'
import { isWorkingDay, workingDaysAfter } from './working-days.ts'

/** The indicator of the days for which a consultation is open. */
export const consultationDays = 'consultation-days'

/**
 * The thresholds of the ledger are data of the catalogues, under the names that an office writes
 * there. A catalogue that has none judges nothing.
 */
const thresholdNames = {
  /** The least number of days for which a consultation is open. */
  [consultationDays]: {
    'major-decision': '重大行政决策',
    normative: '行政规范性文件',
    market: '涉及经营主体',
  },
  /** The number of days after its end within which its feedback is published. */
  'feedback-days': { feedback: '反馈' },
  /** The number of days after its publication within which a document is sent to the gazette. */
  'gazette-days': { gazette: '报送公报' },
  /** The number of days after its document within which an interpretation is published. */
  'interpretation-days': { interpretation: '解读' },
} as const

/** A number of days of the catalogue. */
export interface DayThreshold {
  readonly days: number
  readonly isWorking: boolean
  /** Whether somebody has compared it with the official document. */
  readonly isVerified: boolean
}

type Judged = Pick<Dataset, 'catalogues' | 'site'>

/** A threshold in force on a day; null if no catalogue has it in days or working days. */
function thresholdOf(
  { catalogues }: Judged,
  indicator: keyof typeof thresholdNames,
  name: string,
  day: string,
): DayThreshold | null {
  const found = indicatorsInForce(catalogues, day).get(indicator)?.indicator
  const threshold = found?.thresholds?.[name]
  if (found === undefined || threshold === undefined) return null
  const { value, unit } = threshold
  if (!Number.isInteger(value) || value < 0) return null
  const isWorking = unit === '工作日' || unit === '个工作日'
  if (!isWorking && unit !== '天' && unit !== '日') return null
  return { days: value, isWorking, isVerified: found.verified }
}

/**
 * How long a consultation has to be open at least: for what concerns market entities (涉及经营主体)
 * the longer rule, else that of its kind; null where the catalogues have none.
 */
export function consultationThreshold(
  data: Judged,
  { kind, market_entities: isMarket, opened }: Consultation,
): DayThreshold | null {
  if (!isDay(opened) || kind === 'other') return null
  const names = thresholdNames[consultationDays]
  const market =
    isMarket === true && kind === 'normative'
      ? thresholdOf(data, consultationDays, names.market, opened)
      : null
  return market ?? thresholdOf(data, consultationDays, names[kind], opened)
}

export const feedbackThreshold = (data: Judged, day: string): DayThreshold | null =>
  thresholdOf(data, 'feedback-days', thresholdNames['feedback-days'].feedback, day)

export const gazetteThreshold = (data: Judged, day: string): DayThreshold | null =>
  thresholdOf(data, 'gazette-days', thresholdNames['gazette-days'].gazette, day)

export const interpretationThreshold = (data: Judged, day: string): DayThreshold | null =>
  thresholdOf(
    data,
    'interpretation-days',
    thresholdNames['interpretation-days'].interpretation,
    day,
  )

/**
 * The days for which a consultation was open, its first and its last day included; working days
 * where its threshold counts them. Null if a day is not known, or the holidays of its year.
 */
export function daysOpen(
  { site }: Judged,
  { opened, closes }: Consultation,
  threshold: DayThreshold | null,
): number | null {
  if (!isDay(opened) || !isDay(closes) || closes < opened) return null
  if (threshold?.isWorking !== true) return daysBetween(opened, closes) + 1
  // Nobody counts the working days of a consultation of years, which is a typing mistake.
  if (daysBetween(opened, closes) > 366) return null
  let count = 0
  for (let day = opened; day <= closes; day = dayAfter(day)) {
    const works = isWorkingDay(day, site.holidays)
    if (works === null) return null
    if (works) count += 1
  }
  return count
}

/** The last day within a threshold after a day; null if the holidays of a year are not known. */
export function lastDayWithin(
  { site }: Judged,
  start: string,
  { days, isWorking }: DayThreshold,
): string | null {
  if (!isWorking) return addDays(start, days)
  const end = workingDaysAfter(start, days, site.holidays)
  return 'last' in end ? end.last : null
}
