/** The parts of the JSON-LD processor that the tests use; the package has no types. */
declare module 'jsonld' {
  interface Options {
    readonly base: string
    readonly documentLoader: (url: string) => Promise<{ documentUrl: string; document: object }>
    /** Whether a key or a value that would be lost is an error. */
    readonly safe: true
  }
  const jsonld: { readonly toRDF: (document: object, options: Options) => Promise<object> }
  export default jsonld
}
