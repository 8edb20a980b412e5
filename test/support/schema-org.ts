/**
 * The types of schema.org that the pages use, each with the properties that schema.org defines for
 * it (its own and inherited ones) and that a page may use. A word that is not here is misspelt, or
 * has to be looked up at https://schema.org/<word> and added.
 */
const thing = ['name', 'description', 'url']
const organisation = [...thing, 'address', 'areaServed']
const creativeWork = [
  ...thing,
  'author',
  'dateModified',
  'datePublished',
  'encodingFormat',
  'inLanguage',
  'isAccessibleForFree',
  'license',
  'publisher',
  'sdDatePublished',
  'spatialCoverage',
  'temporalCoverage',
]

export const schemaOrgTypes: Readonly<Record<string, readonly string[]>> = {
  BreadcrumbList: [...thing, 'itemListElement'],
  ListItem: [...thing, 'item', 'position'],
  GovernmentOrganization: organisation,
  Dataset: [...creativeWork, 'distribution'],
  DataDownload: [...creativeWork, 'contentUrl'],
  Report: [...creativeWork, 'reportNumber'],
}
