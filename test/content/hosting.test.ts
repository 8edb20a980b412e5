import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tableFormats } from '#export/tables/formats.ts'
import { contentTypeOf } from '#export/tables/table-format.ts'

const chapter = readFileSync('content/manual/hosting.mdx', 'utf8')

test.each(['nginx', 'apache'])(
  'the manual prints the tested sample configuration of %s',
  (server) => {
    const [, printed] = new RegExp(`^\`\`\`${server}\n([^]*?)\n\`\`\`$`, 'm').exec(chapter) ?? []
    expect(`${printed ?? ''}\n`).toBe(readFileSync(`hosting/${server}.conf`, 'utf8'))
  },
)

// A browser obeys both the policy of the server and that of the page. The server's policy for the
// editor must allow what its page needs, which only the page knows.
test.each([
  ['nginx', /^ {2}"~\^\/zwgk\/jcgk\/admin\/" "([^"]+)";$/m],
  ['apache', /m#\^\/zwgk\/jcgk\/admin\/#">\n *Header always set Content-Security-Policy "([^"]+)"$/m],
])('%s leaves the policy of the editor to its page, except for who may embed it', (server, line) => {
  const [, policy] = line.exec(readFileSync(`hosting/${server}.conf`, 'utf8')) ?? []
  expect(policy).toBe("frame-ancestors 'self'")
})

/** The servers' own lists of media types. */
const knownToServers = ['json', 'xlsx']

test.each(tableFormats)('both servers send $extension as $mediaType', (format) => {
  const { extension, mediaType, isText } = format
  const [nginx, apache] = ['nginx', 'apache'].map((server) =>
    readFileSync(`hosting/${server}.conf`, 'utf8'),
  )
  if (!knownToServers.includes(extension)) {
    expect(nginx).toMatch(new RegExp(`^ *${mediaType} ${extension};$`, 'm'))
    expect(apache).toMatch(new RegExp(`^ *AddType ${mediaType} \\.${extension}$`, 'm'))
  }
  if (!isText) return
  expect(/charset_types ([^;]*);/.exec(nginx ?? '')?.[1]?.split(/\s+/)).toContain(mediaType)
  expect(/^ *AddCharset utf-8 (.*)$/m.exec(apache ?? '')?.[1]?.split(' ')).toContain(
    `.${extension}`,
  )
  expect(chapter).toContain(`| \`.${extension}\` | \`Content-Type: ${contentTypeOf(format)}\` |`)
})
