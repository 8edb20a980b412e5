/** Where readers find the file from which a page is made, and how they report a mistake in it. */
import { rootAndPath } from '#schema/authored-files.ts'
import type { Model } from '#model/model.ts'
import * as at from './addresses.ts'
import { pathInRepository } from './new-file-address.ts'
import type { Repository } from '#schema/site.ts'
import type { Link } from './names.ts'

/** The path by which each service shows a file or a folder of a branch. */
const shownAt: Readonly<
  Record<NonNullable<Repository['kind']>, Readonly<Record<'file' | 'folder', string>>>
> = {
  github: { file: 'blob', folder: 'tree' },
  gitlab: { file: '-/blob', folder: '-/tree' },
  gitea: { file: 'src/branch', folder: 'src/branch' },
  gitee: { file: 'blob', folder: 'tree' },
}

/** The page on which each service takes a report of a mistake. */
const issuesAt: Readonly<Record<NonNullable<Repository['kind']>, string>> = {
  github: 'issues/new',
  gitlab: '-/issues/new',
  gitea: 'issues/new',
  gitee: 'issues/new',
}

const rootOf = ({ address }: Repository): string => address.replace(/(?:\.git)?\/*$/, '')

/**
 * The address of an authored file or folder in the repository, where it can be read and a change
 * proposed; the repository itself for a service that is not known.
 */
export function sourceAddress(repository: Repository, path: string): string {
  const { kind, branch = 'main' } = repository
  if (kind === undefined) return repository.address
  const part = shownAt[kind][/\.(?:yaml|mdx)$/.test(path) ? 'file' : 'folder']
  const place = [...branch.split('/'), ...pathInRepository(repository, path).split('/')]
  return `${rootOf(repository)}/${part}/${place.map(encodeURIComponent).join('/')}`
}

/** The file of a page in the repository; null when the site has no repository. */
export function sourceLink({ dataset }: Model, path = 'data'): Link | null {
  const { repository } = dataset.site
  // With data in a folder of its own, nothing tells where the content is.
  const isKnown = repository?.folder === undefined || rootAndPath(path).root !== 'content'
  return repository === undefined
    ? null
    : { label: isKnown ? path : 'data', href: sourceAddress(repository, isKnown ? path : 'data') }
}

/** Where readers report mistakes, on the page about the site. */
export const errorsAnchor = `${at.about}#errors`

/** The ways to report a mistake, best first; there is always one. */
export function waysToReport({ dataset }: Model): (Link | string)[] {
  const { contact, repository, organiser, registration } = dataset.site
  const code = typeof registration === 'object' ? registration.code : undefined
  const offices = [
    ...new Set([
      ...dataset.inspections.slice(-1).map(({ issuer }) => issuer),
      ...(dataset.inspections.length > 0 ? [] : ['报告单位']),
    ]),
  ]
  return [
    ...(contact === undefined ? [] : [`联系本站：${contact}`]),
    ...(repository?.kind === undefined
      ? []
      : [
          {
            label: '在数据仓库提出',
            href: `${rootOf(repository)}/${issuesAt[repository.kind]}`,
          },
        ]),
    ...(code === undefined
      ? []
      : [
          {
            label: '我为政府网站找错',
            href: `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${code}`,
          },
        ]),
    ...(organiser === undefined ? [] : [`向主办单位反映：${organiser.name}`]),
    ...(contact === undefined && organiser === undefined
      ? [
          `本站没有登记联系方式，请向${offices.join('、')}反映；内容以${offices.join('、')}公布的文件为准`,
        ]
      : []),
  ]
}
