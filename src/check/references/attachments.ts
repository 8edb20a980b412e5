import { authoredFile } from '#schema/authored-files.ts'
import { sitePictures, namedFiles } from '#model/named-files.ts'
import { atValue, inFile } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

/** Files that a record names exist and still have the checksum recorded when they were archived. */
export const attachments: Check = {
  name: 'attachments',
  description:
    'Files that records name are there, archived copies unchanged, and no file is left over.',
  check({ dataset, exists }) {
    const named = [...namedFiles(dataset), ...sitePictures(dataset)]
    const paths = new Set(named.map(({ path }) => path))
    return [
      ...named.flatMap(({ record, place, name, path, sha256 }) => {
        const found = dataset.attachments[path]
        const at = authoredFile('attachment', path)
        if (found === undefined)
          return exists(at, [])
            ? []
            : [problem('attachment-missing', record, atValue(...place), { name, place: at })]
        return sha256 === undefined || found.sha256 === sha256.toLowerCase()
          ? []
          : [
              problem('copy-differs', record, atValue('archived', 'sha256'), {
                name,
                sha256: found.sha256,
              }),
            ]
      }),
      ...Object.keys(dataset.attachments)
        .filter((path) => !paths.has(path))
        .map((path) =>
          problem(
            'attachment-unused',
            authoredFile('attachment', path),
            inFile,
            { path },
            'warning',
          ),
        ),
    ]
  },
}
