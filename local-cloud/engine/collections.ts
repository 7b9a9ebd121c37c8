import { CloudError, invalidParameter, missingCollection } from '../errors'
import { Collection } from './collection'
import { assertIndexDefinitions, type IndexDefinitions } from './indexes'
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
    for (const [n, name] of sql.prepare('SELECT n, name FROM collections ORDER BY n').all([])) this.attach(name as string, n as number)
  }

  create(name: string): void {
    if (!/^[A-Za-z][\w-]{0,63}$/.test(name)) throw invalidParameter(`集合名无效 (invalid collection name): ${name}`)
    if (this.byName.has(name)) {
      throw new CloudError('DATABASE_REQUEST_FAILED', `[ResourceUnavailable.ResourceExist] Table exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`)
    }
    this.sql.atomically(() => this.attach(name, this.sql.prepare('INSERT INTO collections (name) VALUES (?)').run([name])))
  }

  get(name: string): Collection {
    const collection = this.byName.get(name)
    if (!collection) throw missingCollection(name)
    return collection
  }

  list = (): { name: string; count: number }[] => [...this.byName.values()].map((each) => ({ name: each.name, count: each.count() })).sort((a, b) => (a.name < b.name ? -1 : 1))

  private attach(name: string, number: number): void {
    const collection = new Collection(this.sql, name, number, this.namespace)
    collection.declareIndexes(this.indexes[name] ?? [])
    this.byName.set(name, collection)
  }
}
