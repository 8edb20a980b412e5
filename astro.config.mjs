import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { authoredData } from './src/site/authored-data.ts'
import { manualTexts, noAuthoredModules } from './src/site/compiled-texts.ts'
import { builtPages } from './src/site/built-pages.ts'
import { ownModulePlugins } from './src/site/own-modules.ts'
import { settingsFrom } from './src/site/settings.ts'

const settings = settingsFrom(process.env)
const isMeasured = process.env.NODE_V8_COVERAGE !== undefined

export default defineConfig({
  ...(settings.siteUrl === undefined ? {} : { site: settings.siteUrl }),
  outDir: settings.outDir,
  build: { format: 'file', assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Smart punctuation rewrites official text. Highlighting needs inline styles, which the pages' security policy forbids.
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  integrations: [mdx(), authoredData(settings), builtPages(settings)],
  vite: {
    plugins: [...ownModulePlugins, noAuthoredModules(settings), manualTexts],
    // Where it is measured what of the program runs, its bundle has to tell where it comes from.
    build: { cssTarget: 'chrome78', assetsInlineLimit: 0, sourcemap: isMeasured },
    environments: { client: { build: { sourcemap: false } } },
    server: { fs: { allow: [process.cwd()] }, watch: { followSymlinks: false } },
  },
})
