import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import type { AstroUserConfig } from 'astro'
import type { Model } from '#model/model.ts'
import { authoredData } from './authored-data.ts'
import type { BuildProgress } from './build-progress.ts'
import { manualTexts, noAuthoredModules } from './compiled-texts.ts'
import { devFiles } from './dev-files.ts'
import { manualTables } from './manual-tables.ts'
import { modelModule, ModelSource } from './model-source.ts'
import type { Settings } from './settings.ts'
import { siteBuild } from './site-build.ts'

/** What a command has prepared before it calls Astro. */
interface Prepared {
  /**
   * The model, from checked data. Without it, the data is read when a page first needs the model.
   */
  readonly model?: Model
  /** Receives the progress of a build. */
  readonly progress?: BuildProgress
}

/** The configuration of Astro for a run with these settings. */
export function astroConfig(
  settings: Settings,
  { model, progress }: Prepared = {},
): AstroUserConfig {
  const source = new ModelSource(settings, model)
  return {
    ...(settings.siteUrl === undefined ? {} : { site: settings.siteUrl }),
    outDir: settings.outDir,
    // Several pages at a time: while one waits, for its own text or for the disk, another is
    // rendered.
    build: { format: 'file', assets: 'assets', inlineStylesheets: 'never', concurrency: 8 },
    devToolbar: { enabled: false },
    prerenderConflictBehavior: 'error',
    // Smart punctuation rewrites official text. Highlighting needs inline styles, which the pages'
    // security policy forbids.
    markdown: {
      syntaxHighlight: false,
      processor: satteri({
        features: { smartPunctuation: false },
        hastPlugins: [manualTables],
      }),
    },
    integrations: [
      mdx(),
      authoredData(settings, source),
      siteBuild(source, progress),
      devFiles(source),
    ],
    vite: {
      plugins: [modelModule(source), noAuthoredModules(settings), manualTexts(source)],
      // Coverage of the bundled program is mapped back to its source files.
      build: {
        cssTarget: 'chrome78',
        assetsInlineLimit: 0,
        sourcemap: settings.coverage !== undefined,
      },
      environments: { client: { build: { sourcemap: false } } },
      server: { fs: { allow: [process.cwd()] }, watch: { followSymlinks: false } },
    },
  }
}
