import { defineMiddleware } from 'astro:middleware'
import { publishedHtml } from '#build/published-html.ts'

/** Turns each rendered page into its published form. */
export const onRequest = defineMiddleware(async ({ url, site }, next) => {
  const response = await next()
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response
  return new Response(publishedHtml(await response.text(), url.pathname, site?.hostname), response)
})
