import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { measured } from '../coverage/measured.ts'
import type { Folders } from './authored.ts'

/** Runs the program as a person would; its output is shown when it fails. */
export function command(args: string[], environment: Record<string, string>): void {
  execFileSync(process.execPath, ['src/cli/gongshi.js', ...args], {
    env: { ...process.env, ...measured, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The same without waiting for the end. */
export async function startCommand(
  args: string[],
  environment: Record<string, string>,
): Promise<void> {
  await promisify(execFile)(process.execPath, ['src/cli/gongshi.js', ...args], {
    env: { ...process.env, ...measured, ...environment },
    maxBuffer: Infinity,
  })
}

/** Builds a site from the folders of a test; variables such as `AS_OF` go into the environment. */
export function buildSite(
  { data, content }: Folders,
  outDir: string,
  environment: Record<string, string>,
): void {
  command(['build'], { DATA_DIR: data, CONTENT_DIR: content, OUT_DIR: outDir, ...environment })
}
