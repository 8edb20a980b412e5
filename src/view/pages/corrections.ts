import type { Model } from '#model/model.ts'
import { daysBetween } from '#model/calendar.ts'
import { correctionLines } from '../corrections.ts'
import { dailyState } from '../daily-state.ts'
import { agoWords } from '../deadline-words.ts'

export function correctionListView(model: Model) {
  const { asOf } = model
  const corrections = correctionLines(model).map((line) => {
    const since = agoWords(daysBetween(line.on, asOf))
    return { ...line, ...(since === '' ? {} : { since, ...dailyState(model, line.on, 'ago') }) }
  })
  const years = [...new Set(corrections.map(({ on }) => on.slice(0, 4)))]
  return {
    lead: `已公开的内容共更正${corrections.length}处，逐处写明日期、原来的内容、更正后的内容和理由，最近的在前。`,
    years: years.map((year) => ({
      year,
      corrections: corrections.filter(({ on }) => on.startsWith(year)),
    })),
  }
}
