import type { APIRoute } from 'astro'
import { termsOf } from '#domain/terms.ts'
import { dictionaryJson } from '#exports/dictionary.ts'
import { siteData } from '#site/data.ts'
import { wholeOf } from '#site/open-data/catalogue.ts'

/** The data dictionary in Chinese and English. */
export const GET: APIRoute = () => new Response(dictionaryJson(wholeOf().tables, termsOf(siteData().dataset.site)))
