import { editable } from '../yaml-edit/editable.ts'
import type { Value } from '../yaml-edit/layout.ts'
import { updateYaml } from '../yaml-edit/update.ts'
import { currentFormat } from '#schema/format.ts'
import { fromFormat0 } from './from-0.ts'
import { fromFormat1 } from './from-1.ts'
import type { MigratedFolders, Migration, Texts } from './migration.ts'

/** Every step there is, in order. A change of the schema that old files do not meet brings a new one. */
export const migrations: readonly Migration[] = [fromFormat0, fromFormat1]

export const siteFile = 'data/site.yaml'

/** Files in the current format, of files in an older one, with the steps that were taken. */
export function migrated(
  texts: Texts,
  from: number,
  folders: MigratedFolders,
): { readonly texts: Texts; readonly steps: readonly Migration[] } {
  const steps = migrations.filter(({ to }) => to > from)
  const made = new Map(
    [...texts].map(([file, text]) => [
      file,
      steps.reduce((before, step) => step.migrate(file, before, folders), text),
    ]),
  )
  const site = made.get(siteFile)
  if (site !== undefined)
    made.set(
      siteFile,
      updateYaml(site, {
        ...(editable(site).value as Record<string, Value>),
        format: currentFormat,
      }),
    )
  return { texts: made, steps }
}
