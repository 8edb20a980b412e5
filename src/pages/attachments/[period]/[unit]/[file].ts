import type { APIRoute } from 'astro'
import { attachmentPath, filesOf } from '#domain/attachment.ts'
import { attachmentBytes } from '#loading/attachments.ts'
import { siteData } from '#site/data.ts'
import { settingsFrom } from '#site/settings.ts'

/** The files that public reports name, and no others. */
export function getStaticPaths() {
  return Object.entries(siteData().dataset.selfInspections).flatMap(([period, reports]) =>
    Object.entries(reports).flatMap(([unit, report]) =>
      [...new Set(filesOf(report))].map((file) => ({ params: { period, unit, file } })),
    ),
  )
}

type Params = Record<'period' | 'unit' | 'file', string>

export const GET: APIRoute<Record<string, never>, Params> = ({ params }) => {
  const path = attachmentPath(params.period, params.unit, params.file)
  const bytes = attachmentBytes(settingsFrom(process.env).contentDir, path)
  if (bytes === null) throw new Error(`the attachment ${path} went away during the build`)
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/octet-stream' },
  })
}
