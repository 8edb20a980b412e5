import { build, type InlineConfig, type Rolldown } from 'vite'

/**
 * What comes of a script of this project and all that it imports, in memory: nothing is written, and
 * no configuration or setting that lies around has a say.
 *
 * @param options what is particular to the script
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
