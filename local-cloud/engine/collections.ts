import { collectionExists, invalidParameter, missingCollection } from '../errors'
import { Collection } from './collection'
import { assertIndexDefinitions, isGeoIndex, type IndexDefinitions } from './indexes'
import type { Sql } from './sqlite'

/** Every collection of the database, with its declared indexes brought up to date. */
export class Collections {
  private readonly byName = new Map<string, Collection>()

  constructor(
    private readonly sql: Sql,
    private readonly namespace: string,
    private readonly indexes: IndexDefinitions,
  ) {
    assertIndexDefinitions(indexes)
    for (const [n, name] of sql.prepare('SELECT n, name FROM collections ORDER BY n').all([])) this.byName.set(name as string, this.attach(name as string, n as number))
  }

  create(name: string): void {
    if (!/^[A-Za-z][\w-]{0,63}$/.test(name)) throw invalidParameter(`集合名无效 (invalid collection name): ${name}`)
    if (this.byName.has(name)) throw collectionExists()
    this.byName.set(name, this.sql.atomically(() => this.attach(name, this.sql.prepare('INSERT INTO collections (name) VALUES (?)').run([name]))))
  }

  get(name: string): Collection {
    const collection = this.byName.get(name)
    if (!collection) throw missingCollection(name)
    return collection
  }

  list = (): { name: string; count: number }[] => [...this.byName.values()].map((each) => ({ name: each.name, count: each.count() })).sort((a, b) => (a.name < b.name ? -1 : 1))

  private attach(name: string, number: number): Collection {
    const collection = new Collection(this.sql, name, number, this.namespace)
    const declared = this.indexes[name] ?? []
    collection.indexTables.declare(declared.flatMap((definition) => (isGeoIndex(definition) ? [] : [definition])))
    collection.geoPaths = declared.filter(isGeoIndex).map(({ keys: [[path]] }) => path)
    return collection
  }
}
