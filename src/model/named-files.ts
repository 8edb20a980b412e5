import { authoredFile } from '#schema/authored-files.ts'
import { attachmentPath } from './attachment.ts'
import type { Dataset } from './dataset.ts'

/** A file that a record refers to. */
export interface NamedFile {
  /** Path of the authored file, as in problems, and the path of the field in it. */
  readonly record: string
  readonly place: readonly (string | number)[]
  readonly name: string
  /** Path below `content/attachments` and on the site. */
  readonly path: string
  /** Checksum recorded when the file was archived. */
  readonly sha256?: string
}

/** The pictures for official documents named in `site.yaml`. No page shows them. */
export function letterheadFiles({ site: { letterhead } }: Pick<Dataset, 'site'>): NamedFile[] {
  return (['head', 'seal'] as const).flatMap((key) => {
    const name = letterhead?.[key]
    return name === undefined
      ? []
      : [{ record: 'data/site.yaml', place: ['letterhead', key], name, path: letterheadPath(name) }]
  })
}

/** Path of such a picture below `content/attachments`. */
export const letterheadPath = (name: string): string => `site/${name}`

/** Every file that inspections and self-inspections name. */
export function namedFiles({
  inspections,
  selfInspections,
}: Pick<Dataset, 'inspections' | 'selfInspections'>): NamedFile[] {
  return [
    ...inspections.flatMap(({ id, attachments = [] }) =>
      attachments.map(({ file }, n) => ({
        record: authoredFile('inspection', id),
        place: ['attachments', n, 'file'],
        name: file,
        path: attachmentPath(id, file),
      })),
    ),
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
