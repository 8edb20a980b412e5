import { defineMiddleware } from 'astro:middleware'
import { pageRendered } from 'virtual:page-rendered'
import { pagePath, publishedHtml } from '#build/published-html.ts'

/** Turns each rendered page into its published form, and passes it on to the search index. */
export const onRequest = defineMiddleware(async ({ url, site }, next) => {
  const response = await next()
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response
  const path = pagePath(url.pathname)
  const targets = new Set<string>()
  const html = publishedHtml(await response.text(), path, site?.hostname, targets)
  const bytes = Buffer.from(html)
  await pageRendered(path, html, bytes.length, targets)
  return new Response(bytes, response)
})
