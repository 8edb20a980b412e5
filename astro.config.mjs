import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'

export default defineConfig({
  site: process.env.SITE_URL,
  outDir: process.env.OUT_DIR ?? './dist',
  build: { format: 'file', assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Smart punctuation rewrites official text.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [mdx()],
  prerenderConflictBehavior: 'error',
  vite: { build: { cssTarget: 'chrome78' } },
})
