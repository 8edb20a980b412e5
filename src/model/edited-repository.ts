import type { Repository, Site } from '#schema/site.ts'

/** Services that the content editor can write to. */
const services = ['github', 'gitlab', 'gitea'] as const
export type EditorService = (typeof services)[number]

/** The repository that a site's editor writes to; null where it has no editor, or on a service that the editor does not know. */
export function editedRepository({ editor, repository }: Site): Repository | null {
  const isKnown = services.some((service) => service === repository?.kind)
  return editor !== undefined && isKnown ? (repository ?? null) : null
}
