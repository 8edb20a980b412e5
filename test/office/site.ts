import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { command } from '../support/command.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    officeSite: string
  }
}

/** Builds the real site, whose files the tests open. */
export default function buildSite(project: TestProject): () => void {
  const folder = resolve('node_modules/.cache/office-site')
  command(['build'], { AS_OF: '2024-06-07', OUT_DIR: folder })
  project.provide('officeSite', folder)
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
