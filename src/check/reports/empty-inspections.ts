import { authoredFile } from '#schema/authored-files.ts'
import type { Inspection } from '#model/dataset.ts'
import { inFile } from '#messages/problem.ts'
import type { Group } from '#schema/group.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** An inspection says something. A site must not have a page without content. */
export const emptyInspections: Check = {
  name: 'empty-inspections',
  description: 'Every inspection has figures, issues, deadlines, attachments or a bulletin.',
  check({ dataset, exists, isUsable }) {
    return dataset.inspections.flatMap((inspection) => {
      const file = inspectionFile(inspection)
      const hasText =
        dataset.bulletins[inspection.id] !== undefined ||
        exists(authoredFile('bulletin', inspection.id), [])
      return hasText || saysSomething(inspection) || !isUsable(file, [])
        ? []
        : [
            problem(
              'inspection-empty',
              file,
              inFile,
              { period: inspection.period.label },
              'warning',
            ),
          ]
    })
  },
}

/** The fields with which an inspection tells who published it and when, but nothing of its content. */
const frame = [
  'id',
  'period',
  'activity',
  'issuer',
  'joint_issuers',
  'published_here',
  'publish_on',
  'corrections',
  'acknowledged',
  'document',
  'areas',
]

const saysSomething = (inspection: Inspection): boolean =>
  Object.keys(inspection).some((key) => !frame.includes(key)) ||
  inspection.document?.address !== undefined ||
  Object.values(inspection.areas).some(hasContent)

const hasContent = (group: Group): boolean =>
  Object.keys(group).some((key) => !['label', 'object', 'counter', 'as_printed'].includes(key))
