import type { APIRoute } from 'astro'
import { dictionaryText } from '#site/open-data/catalogue.ts'

/** The data dictionary for the data package. */
export const GET: APIRoute = () => new Response(dictionaryText(undefined, { isPackaged: true }))
