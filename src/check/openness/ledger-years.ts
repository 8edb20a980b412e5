import { authoredFile } from '#schema/authored-files.ts'
import { isDay } from '#model/calendar.ts'
import { isYear, unitLedgers } from '#model/openness-files.ts'
import { atValue, inFile, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { problem, type Check } from '../check.ts'

/** The ledger is filed by year: what a file of a year holds is of that year. */
export const ledgerYears: Check = {
  name: 'ledger-years',
  description:
    'Folders and files of the ledger are named after years, and hold documents, consultations and reports of that year.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    const notYears = [
      ...Object.keys(dataset.openness).map((year) => authoredFile('openness', year, '')),
      ...Object.keys(dataset.opennessOffice).map((year) => authoredFile('openness-office', year)),
    ]
    for (const file of notYears) {
      const path = file.replace(/\/\.yaml$/, '')
      const [name = ''] = path.split('/').slice(-1)
      const year = name.replace(/\.yaml$/, '')
      if (!isYear(year)) problems.push(problem('ledger-not-year', path, inFile, { name }))
    }
    for (const { year, unit, ledger } of unitLedgers(dataset)) {
      if (!isYear(year)) continue
      const file = authoredFile('openness', year, unit)
      const requireYear = (what: string, date: string, path: Path): void => {
        if (!isDay(date) || date.startsWith(year) || !isUsable(file, path)) return
        problems.push(problem('ledger-other-year', file, atValue(...path), { what, date, year }))
      }
      for (const [id, { published }] of Object.entries(ledger.policies ?? {}))
        requireYear('公开日期', published, ['policies', id, 'published'])
      for (const [id, { opened }] of Object.entries(ledger.consultations ?? {}))
        requireYear('开始日期', opened, ['consultations', id, 'opened'])
      const report = ledger.annual_report
      if (report === undefined || !isUsable(file, ['annual_report'])) continue
      if (String(report.year) !== year) {
        const args = { found: report.year, year }
        problems.push(problem('report-of-other-year', file, atValue('annual_report', 'year'), args))
      } else if (isDay(report.published) && report.published <= `${year}-12-31`) {
        const args = { published: report.published, year }
        const place = atValue('annual_report', 'published')
        problems.push(problem('annual-report-early', file, place, args, 'warning'))
      }
    }
    return problems
  },
}
