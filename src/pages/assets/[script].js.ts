import type { APIRoute, GetStaticPaths } from 'astro'
import { script, scriptNames } from '#site/scripts.ts'

export const getStaticPaths = (async () => {
  const scripts = await Promise.all(scriptNames.map(script))
  return scripts.map(({ file, code }) => ({
    params: { script: file.replace(/\.js$/, '') },
    props: { code },
  }))
}) satisfies GetStaticPaths

export const GET: APIRoute<{ code: string }> = ({ props }) =>
  new Response(props.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
