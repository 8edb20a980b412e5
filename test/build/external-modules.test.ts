import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { externalModules } from '#build/external-modules.ts'

const page = resolve('src/pages/some-page.ts')
/** A page with some imports, bundled as a build does it, for the server or for browsers. */
async function bundled(ssr: boolean, imports: string): Promise<Rolldown.OutputChunk> {
  const output = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      { name: 'some-page', load: (id) => (id === page ? imports : null) },
      { name: 'its-place', enforce: 'pre', resolveId: (id) => (id === page ? page : null) },
    ],
    build: {
      ssr,
      write: false,
      minify: false,
      rolldownOptions: { input: page, ...(ssr ? externalModules : {}) },
    },
  })
  const [chunk] = (output as Rolldown.RolldownOutput).output
  return chunk
}

test("pages of a build import the project's modules unbundled, and bundle components", async () => {
  const { imports, moduleIds } = await bundled(
    true,
    `export { chineseDate } from '#model/calendar.ts'
     export { readModel } from '../build/read-model.ts'
     export { linksMarkup } from '#components/links.ts'`,
  )
  const place = (path: string): string => pathToFileURL(resolve(path)).href
  expect(imports).toContain(place('src/model/calendar.ts'))
  expect(imports).toContain(place('src/build/read-model.ts'))
  expect(moduleIds.map((id) => id.replaceAll('\\', '/'))).toEqual(
    expect.arrayContaining([expect.stringMatching(/src\/components\/links\.ts$/)]),
  )
  expect(moduleIds.filter((id) => /src.(model|build)/.test(id))).toEqual([])
})

test('bundles for browsers contain all their modules', async () => {
  const { imports, moduleIds } = await bundled(
    false,
    `import { chineseDate } from '#model/calendar.ts'
     document.title = chineseDate(document.title)`,
  )
  expect(imports).toEqual([])
  expect(moduleIds.filter((id) => /src.model.calendar\.ts$/.test(id))).toHaveLength(1)
})
