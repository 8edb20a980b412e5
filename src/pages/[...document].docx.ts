import type { APIRoute } from 'astro'
import { paperAddresses, paperFile } from '#site/papers/files.ts'

/** Every bulletin, register and self-inspection as a document of Word. */
export const getStaticPaths = () =>
  paperAddresses().map((address) => ({
    params: { document: address.replace(/^\/|\.docx$/g, '') },
    props: { address },
  }))

export const GET: APIRoute<{ address: string }> = async ({ props }) =>
  new Response(await paperFile(props.address))
