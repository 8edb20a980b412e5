/**
 * The module through which the middleware passes rendered pages on; `build/site-build.ts` provides it.
 */
declare module 'virtual:page-rendered' {
  /**
   * @param path below the site's root, such as `units/caizheng.html`
   * @param targets the paths to which its addresses lead
   */
  export const pageRendered: (
    path: string,
    html: string,
    bytes: number,
    targets: ReadonlySet<string>,
  ) => Promise<void>
}
