import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const chapter = readFileSync('content/manual/hosting.mdx', 'utf8')

test.each(['nginx', 'apache'])(
  'the manual prints the sample configuration of %s as it is tried',
  (server) => {
    const [, printed] = new RegExp(`^\`\`\`${server}\n([^]*?)\n\`\`\`$`, 'm').exec(chapter) ?? []
    expect(`${printed ?? ''}\n`).toBe(readFileSync(`hosting/${server}.conf`, 'utf8'))
  },
)

// A browser obeys the server's policy and the page's own: what the server says of the editor must
// not take away what its page needs, which only the page knows.
test.each([
  ['nginx', /^ {2}"~\^\/zwgk\/jcgk\/admin\/" "([^"]+)";$/m],
  ['apache', /m#\^\/zwgk\/jcgk\/admin\/#">\n *Header always set Content-Security-Policy "([^"]+)"$/m],
])('%s leaves the policy of the editor to its page, but for who may frame it', (server, line) => {
  const [, policy] = line.exec(readFileSync(`hosting/${server}.conf`, 'utf8')) ?? []
  expect(policy).toBe("frame-ancestors 'self'")
})
