import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildOne } from '../support/build-sites.ts'
import { command } from '../support/command.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /**
     * A folder with the sites `real`, `official`, `cases` and `demo`, and with the workbooks that
     * people fill in.
     */
    officeFiles: string
  }
}

/** The data of the fictional office, from which the workbooks are made. */
const official = {
  DATA_DIR: 'test/cases/official/data',
  CONTENT_DIR: 'test/cases/official/content',
}

/**
 * Writes the documents of the sample, of an office with a letterhead, a seal, reports and forms, of
 * all cases, and of the demo city.
 */
export default async function makeFiles(project: TestProject): Promise<() => void> {
  const folder = resolve('node_modules/.cache/office-files')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'templates'), { recursive: true })
  for (const site of ['real', 'official', 'cases', 'demo'] as const) await buildOne(site, folder)
  for (const [kind, period] of [
    ['issues', '2025-q1'],
    ['self-inspection', '2025-q2'],
  ] as const) {
    const out = join(folder, `templates/${kind}.xlsx`)
    command(['export-template', kind, period, '--out', out], official)
  }
  project.provide('officeFiles', folder)
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
