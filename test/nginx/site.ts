import { appendFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { demoAsOf } from '#tools/demo/generate.ts'
import { generateDemo } from '#tools/demo/province.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { buildSite as build } from '../support/command.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the fictional city's site, with compressed copies and the editor. */
    compressedSite: string
  }
}

export default function buildSite(project: TestProject): () => void {
  const root = resolve('node_modules/.cache/test-nginx')
  rmSync(root, { recursive: true, force: true })
  const source = { data: `${root}/source/data`, content: `${root}/source/content` }
  writeDemo(`${root}/source`, generateDemo({ size: 'city-1y', seed: 1 }))
  appendFileSync(
    `${source.data}/site.yaml`,
    'repository: { address: https://git.example.com/city/site, kind: gitlab }\neditor: {}\n',
  )
  build(source, `${root}/site`, {
    AS_OF: demoAsOf,
    SITE_URL: 'https://www.example.gov.cn/zwgk/jcgk/',
    PRECOMPRESS: 'yes',
  })
  project.provide('compressedSite', `${root}/site`)
  return () => {
    rmSync(root, { recursive: true, force: true })
  }
}
