import { authoredFile } from '#schema/authored-files.ts'
import type { Path } from '#schema/path.ts'
import { attachmentPath } from './attachment.ts'
import type { Dataset } from './dataset.ts'

/** A file that a record refers to. */
interface NamedFile {
  /** Path of the authored file, as in problems, and the path of the field in it. */
  readonly record: string
  readonly place: Path
  readonly name: string
  /** Path below `content/attachments` and on the site. */
  readonly path: string
  /** Checksum recorded when the file was archived. */
  readonly sha256?: string
}

/** The pictures that `site.yaml` names: for official documents, and for the footer of pages. */
export function sitePictures({ site }: Pick<Dataset, 'site'>): NamedFile[] {
  const { letterhead } = site
  const registration = typeof site.registration === 'object' ? site.registration : undefined
  const named: readonly [block: string, key: string, name: string | undefined][] = [
    ['letterhead', 'head', letterhead?.head],
    ['letterhead', 'seal', letterhead?.seal],
    ['registration', 'mark_picture', registration?.mark_picture],
    ['registration', 'police_picture', registration?.police_picture],
  ]
  return named.flatMap(([block, key, name]) =>
    name === undefined
      ? []
      : [
          {
            record: authoredFile('site'),
            place: [block, key],
            name,
            path: sitePicturePath(name),
          },
        ],
  )
}

/** Path of such a picture below `content/attachments`. */
export const sitePicturePath = (name: string): string => `site/${name}`

/** Every file that inspections and self-inspections name. */
export function namedFiles({
  inspections,
  selfInspections,
}: Pick<Dataset, 'inspections' | 'selfInspections'>): NamedFile[] {
  return [
    ...inspections.flatMap(({ id, attachments = [], issues = {} }) => {
      const of = (name: string) => ({
        record: authoredFile('inspection', id),
        name,
        path: attachmentPath(id, name),
      })
      return [
        ...attachments.map(({ file }, n) => ({ ...of(file), place: ['attachments', n, 'file'] })),
        ...Object.entries(issues).flatMap(([issue, { origin }]) =>
          (origin?.evidence ?? []).map(({ file }, n) => ({
            ...of(file),
            place: ['issues', issue, 'origin', 'evidence', n, 'file'],
          })),
        ),
      ]
    }),
    ...Object.entries(selfInspections).flatMap(([period, reports]) =>
      Object.entries(reports).flatMap(([unit, { attachments = [], archived }]) => {
        const of = (name: string) => ({
          record: authoredFile('self-inspection', period, unit),
          name,
          path: attachmentPath(period, unit, name),
        })
        return [
          ...attachments.map(({ file }, n) => ({ ...of(file), place: ['attachments', n, 'file'] })),
          ...(archived === undefined
            ? []
            : [{ ...of(archived.file), place: ['archived', 'file'], sha256: archived.sha256 }]),
        ]
      }),
    ),
  ]
}
