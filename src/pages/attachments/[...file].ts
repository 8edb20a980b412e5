import type { APIRoute } from 'astro'
import { letterheadFiles, namedFiles } from '#domain/named-files.ts'
import { attachmentBytes } from '#loading/attachments.ts'
import { siteData } from '#site/data.ts'
import { settingsFrom } from '#site/settings.ts'

/** The files that public records and the settings name, and no others. */
export const getStaticPaths = () => {
  const { dataset } = siteData()
  const named = [...namedFiles(dataset), ...letterheadFiles(dataset)]
  return [...new Set(named.map(({ path }) => path))].map((file) => ({ params: { file } }))
}

export const GET: APIRoute<Record<string, never>, { file: string }> = ({ params: { file } }) => {
  const bytes = attachmentBytes(settingsFrom(process.env).contentDir, file)
  if (bytes === null) throw new Error(`the attachment ${file} went away during the build`)
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/octet-stream' },
  })
}
