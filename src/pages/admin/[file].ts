import type { APIRoute, GetStaticPaths } from 'astro'
import { editedRepository } from '#editor/config.ts'
import { type BundledFile, contentEditorFiles } from '#site/content-editor.ts'
import { siteData } from '#site/data.ts'

export const getStaticPaths = (async () => {
  if (editedRepository(siteData().dataset.site) === null) return []
  return (await contentEditorFiles()).map((one) => ({
    params: { file: one.file },
    props: { ...one },
  }))
}) satisfies GetStaticPaths

export const GET: APIRoute<BundledFile> = ({ props }) => new Response(props.content)
