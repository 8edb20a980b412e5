import type { APIRoute } from 'astro'
import { dictionaryCsv } from '#exports/dictionary.ts'
import { wholeOf } from '#site/open-data/catalogue.ts'

/** The data dictionary in Chinese and English. */
export const GET: APIRoute = () => new Response(dictionaryCsv(wholeOf().tables))
