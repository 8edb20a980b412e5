import { attachmentPath, filesOf } from '#domain/attachment.ts'
import { atValue, inFile, type Path, type Problem } from '#problems/problem.ts'
import { problem, type Check } from './check.ts'

/** What a report says it has lies there, and is what it was when it was archived. */
export const attachments: Check = {
  name: 'attachments',
  description:
    'Files that reports name are there, archived copies unchanged, and no file is left over.',
  check({ dataset, stands }) {
    const problems: Problem[] = []
    const named = new Set<string>()
    for (const [period, reports] of Object.entries(dataset.selfInspections))
      for (const [unit, report] of Object.entries(reports)) {
        const file = `data/self-inspections/${period}/${unit}.yaml`
        const stored = (name: string, ...path: Path) => {
          const at = attachmentPath(period, unit, name)
          const found = dataset.attachments[at]
          if (found === undefined && !stands(`content/attachments/${at}`, []))
            problems.push(
              problem('attachment-missing', file, atValue(...path), {
                name,
                place: `content/attachments/${at}`,
              }),
            )
          return found
        }
        for (const name of filesOf(report)) named.add(attachmentPath(period, unit, name))
        for (const [n, { file: name }] of (report.attachments ?? []).entries())
          stored(name, 'attachments', n, 'file')
        const { archived } = report
        if (archived === undefined) continue
        const copy = stored(archived.file, 'archived', 'file')
        if (copy !== undefined && copy.sha256 !== archived.sha256.toLowerCase())
          problems.push(
            problem('copy-differs', file, atValue('archived', 'sha256'), {
              name: archived.file,
              sha256: copy.sha256,
            }),
          )
      }
    for (const path of Object.keys(dataset.attachments))
      if (!named.has(path))
        problems.push(
          problem('attachment-unused', `content/attachments/${path}`, inFile, { path }, 'warning'),
        )
    return problems
  },
}
