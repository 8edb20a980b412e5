import { defineConfig } from 'astro/config'
import { astroConfig } from './src/build/astro-config.ts'
import { settingsFrom } from './src/build/settings.ts'

export default defineConfig(astroConfig(settingsFrom(process.env)))
