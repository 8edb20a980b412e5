import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { command } from '../support/command.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the fictional city's site, with compressed copies. */
    compressedSite: string
  }
}

export default function buildSite(project: TestProject): () => void {
  const root = resolve('node_modules/.cache/test-nginx')
  rmSync(root, { recursive: true, force: true })
  command(['demo', '--size', 'city-1y', '--no-serve', '--out', `${root}/source`], {
    OUT_DIR: `${root}/site`,
    SITE_URL: 'https://www.example.gov.cn/zwgk/jcgk/',
    PRECOMPRESS: 'yes',
  })
  project.provide('compressedSite', `${root}/site`)
  return () => {
    rmSync(root, { recursive: true, force: true })
  }
}
