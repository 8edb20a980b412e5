import { build, type InlineConfig, type Rolldown } from 'vite'

/**
 * Bundles a script of this project with all its imports. The output stays in memory, and no
 * configuration or environment file is read.
 *
 * @param options settings for this script
 */
export async function bundleOf({
  build: how,
  ...options
}: Pick<InlineConfig, 'base' | 'define' | 'plugins' | 'build'>): Promise<
  Rolldown.RolldownOutput['output']
> {
  const built = await build({
    root: process.cwd(),
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    ...options,
    build: { ...how, write: false },
  })
  const [result] = Array.isArray(built) ? built : [built]
  if (!result || !('output' in result)) throw new Error('no bundle came out')
  return result.output
}
