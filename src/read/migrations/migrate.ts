import { authoredFile } from '#schema/authored-files.ts'
import { editable } from '../yaml-edit/editable.ts'
import type { YamlValue } from '#model/yaml-text.ts'
import { updateYaml } from '../yaml-edit/update.ts'
import { currentFormat } from '#schema/format.ts'
import { fromFormat0 } from './from-0.ts'
import { fromFormat1 } from './from-1.ts'
import type { MigratedFolders, Migration, Texts } from './migration.ts'

/** All migrations, in order. A change of the schema that breaks old files needs a new one. */
export const migrations: readonly Migration[] = [fromFormat0, fromFormat1]

export const siteFile = authoredFile('site')

/** Converts files of an older format to the current one, and returns the steps taken. */
export function migrateTexts(
  texts: Texts,
  from: number,
  folders: MigratedFolders,
): { readonly texts: Texts; readonly steps: readonly Migration[] } {
  const steps = migrations.filter(({ to }) => to > from)
  const current = new Map(
    [...texts].map(([file, text]) => [
      file,
      steps.reduce((before, step) => step.migrate(file, before, folders), text),
    ]),
  )
  const site = current.get(siteFile)
  if (site !== undefined)
    current.set(
      siteFile,
      updateYaml(site, {
        ...(editable(site).value as Record<string, YamlValue>),
        format: currentFormat,
      }),
    )
  return { texts: current, steps }
}
