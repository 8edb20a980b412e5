import type { APIRoute } from 'astro'
import { catalogueText } from '#site/open-data/catalogue.ts'

/** The tables of the whole as DCAT 3. */
export const GET: APIRoute = async ({ site }) => new Response(await catalogueText(site?.href))
