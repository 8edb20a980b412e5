/** What a look at the openness ledgers did not find, as points of a checklist: for a page, a form and a draft. */
import { type OpennessPoint, opennessPointsOf } from '#model/checklist.ts'
import type { Inspection } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'

/** What was not seen, and what is counted; never that it does not exist. */
const words: Readonly<Record<OpennessPoint['finding'], { what: string; unit: string }>> = {
  'no-interpretation': { what: '应当解读的文件全年的解读', unit: '个单位' },
  interpretation: { what: '应当解读的文件的解读', unit: '件' },
  gazette: { what: '应当报送政府公报的文件的报送情况', unit: '件' },
  feedback: { what: '征求意见的反馈', unit: '次' },
  report: { what: '政府信息公开工作年度报告', unit: '份' },
}

/** The heading of the points. */
export const opennessChecklistTitle = '办公室核查政务公开台账时没有看到下面这些'

/**
 * The points, none of which names a unit, and the years of the ledgers, the newest first; null where no
 * look within the period of the inspection found anything missing.
 */
export function opennessChecklist(
  model: Pick<Model, 'dataset' | 'asOf'>,
  inspection: Pick<Inspection, 'period'>,
) {
  const points = opennessPointsOf(model, inspection)
  if (points.length === 0) return null
  return {
    points: points.map(({ finding, count, years }) => ({
      name: words[finding].what,
      text: `${years.map((year) => `${year}年`).join('、')}台账：${count}${words[finding].unit}`,
    })),
    years: [...new Set(points.flatMap(({ years }) => years))].sort().reverse(),
  }
}
