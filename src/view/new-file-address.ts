import { rootAndPath } from '#schema/authored-files.ts'
import type { Repository } from '#schema/site.ts'

/** The page of a Git service for a new file, and which of its fields the address fills in. */
export interface NewFilePage {
  readonly href: string
  /** `all`: name and content; `name`: the content is pasted; `none`: the page of the repository. */
  readonly filled: 'all' | 'name' | 'none'
}

/** The path of a file of `data/` in the repository. */
export const pathInRepository = ({ folder = 'data' }: Repository, file: string): string =>
  rootAndPath(file).root === 'data' ? file.replace('data', folder) : file

/** Longer encoded content is not put into an address, because servers and browsers truncate it. */
export const maxEncodedBytes = 6000

/**
 * The page for a new file on the configured service; null for an unknown service. Gitea documents
 * both parameters; GitHub accepts both and documents neither; GitLab accepts the name and drops the
 * content (gitlab-org/gitlab#594214); Gitee documents no address.
 */
export function newFilePage(
  repository: Repository,
  path: string,
  content: string,
): NewFilePage | null {
  const { kind, branch = 'main' } = repository
  const address = repository.address.replace(/(?:\.git)?\/*$/, '')
  const encoded = encodeURIComponent(content)
  const fits = encoded.length <= maxEncodedBytes
  const at = branch.split('/').map(encodeURIComponent).join('/')
  const named = `filename=${encodeURIComponent(path)}`
  const filled = fits ? 'all' : 'name'
  const query = fits ? `${named}&value=${encoded}` : named
  switch (kind) {
    case 'github':
      return { href: `${address}/new/${at}?${query}`, filled }
    case 'gitea':
      return { href: `${address}/_new/${at}/?${query}`, filled }
    case 'gitlab':
      return {
        href: `${address}/-/new/${at}?file_name=${encodeURIComponent(path)}`,
        filled: 'name',
      }
    case 'gitee':
      return { href: address, filled: 'none' }
    case undefined:
      return null
  }
}
