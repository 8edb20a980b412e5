import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import type { AstroUserConfig } from 'astro'
import { authoredData } from './authored-data.ts'
import type { BuildProgress } from './build-progress.ts'
import { manualTexts, noAuthoredModules } from './compiled-texts.ts'
import { devFiles } from './dev-files.ts'
import { ownModulePlugins } from './own-modules.ts'
import type { Settings } from './settings.ts'
import { siteBuild } from './site-build.ts'

/**
 * The configuration of Astro for a run with these settings.
 *
 * @param progress follows a build
 */
export function astroConfig(settings: Settings, progress?: BuildProgress): AstroUserConfig {
  const isMeasured = process.env['NODE_V8_COVERAGE'] !== undefined
  return {
    ...(settings.siteUrl === undefined ? {} : { site: settings.siteUrl }),
    outDir: settings.outDir,
    // One page after the other: where one cannot be written, no other is being rendered that would
    // miss the folder when it is removed.
    build: { format: 'file', assets: 'assets', inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    prerenderConflictBehavior: 'error',
    // Smart punctuation rewrites official text. Highlighting needs inline styles, which the pages' security policy forbids.
    markdown: {
      syntaxHighlight: false,
      processor: satteri({ features: { smartPunctuation: false } }),
    },
    integrations: [
      mdx(),
      authoredData(settings),
      siteBuild(settings, progress),
      devFiles(settings),
    ],
    vite: {
      plugins: [...ownModulePlugins, noAuthoredModules(settings), manualTexts],
      // Where it is measured what of the program runs, its bundle has to tell where it comes from.
      build: { cssTarget: 'chrome78', assetsInlineLimit: 0, sourcemap: isMeasured },
      environments: { client: { build: { sourcemap: false } } },
      server: { fs: { allow: [process.cwd()] }, watch: { followSymlinks: false } },
    },
  }
}
