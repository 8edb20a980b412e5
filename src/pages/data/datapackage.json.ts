import type { APIRoute } from 'astro'
import { packageText } from '#site/open-data/catalogue.ts'

/** The tables of the whole as a Frictionless Data Package. */
export const GET: APIRoute = async ({ site }) => new Response(await packageText(site?.href))
