import type { Model } from '#model/model.ts'
import { correctionLines } from '../corrections.ts'

export function correctionListView(model: Model) {
  const corrections = correctionLines(model)
  const years = [...new Set(corrections.map(({ on }) => on.slice(0, 4)))]
  return {
    lead: `已公开的内容共更正${corrections.length}处，逐处写明日期、原来的内容、更正后的内容和理由，最近的在前。`,
    years: years.map((year) => ({
      year,
      corrections: corrections.filter(({ on }) => on.startsWith(year)),
    })),
  }
}
