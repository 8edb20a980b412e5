import type { APIRoute } from 'astro'
import { dictionaryText } from '#site/open-data/catalogue.ts'

/** The data dictionary in Chinese and English. */
export const GET: APIRoute = () => new Response(dictionaryText())
