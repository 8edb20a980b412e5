import type { Plugin } from 'vite'

/**
 * Provides a virtual module whose one export is a function of this process. Pages and the middleware
 * are bundled, or run by Vite, separately from the modules of this process, so the two share the
 * global object.
 *
 * @param module name of the module: `virtual:page-rendered`
 * @param name name of its export
 */
export const sharedFunction = (
  module: string,
  name: string,
  shared: (...args: never[]) => unknown,
): Plugin => ({
  name: `shared-function ${name}`,
  buildStart() {
    Object.assign(globalThis, { [Symbol.for(module)]: shared })
  },
  resolveId: (id) => (id === module ? `\0${module}` : null),
  load: (id) =>
    id === `\0${module}`
      ? `export const ${name} = globalThis[Symbol.for(${JSON.stringify(module)})]`
      : null,
})
