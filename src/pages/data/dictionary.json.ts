import type { APIRoute } from 'astro'
import { dictionaryJson } from '#exports/dictionary.ts'
import { wholeOf } from '#site/open-data/catalogue.ts'

/** The data dictionary in Chinese and English. */
export const GET: APIRoute = () => new Response(dictionaryJson(wholeOf().tables))
