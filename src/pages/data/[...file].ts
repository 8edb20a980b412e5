import type { APIRoute } from 'astro'
import { fileContent } from '#site/open-data/catalogue.ts'
import { type DataFile, filesOf, packagedFilesOf, scopes } from '#site/open-data/files.ts'

/** Every table of every part, as CSV, JSON and workbook, and as CSV for its data package. */
export const getStaticPaths = () =>
  scopes()
    .flatMap((scope) => [...filesOf(scope), ...packagedFilesOf(scope)])
    .map((file) => ({
      params: { file: file.address.replace('/data/', '') },
      props: { file },
    }))

export const GET: APIRoute<{ file: DataFile }> = async ({ props }) =>
  new Response(await fileContent(props.file))
