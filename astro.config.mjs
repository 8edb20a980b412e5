import { defineConfig } from 'astro/config'
import { astroConfig } from './src/site/astro-config.ts'
import { settingsFrom } from './src/site/settings.ts'

export default defineConfig(astroConfig(settingsFrom(process.env)))
