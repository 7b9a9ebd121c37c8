// Browser only: the phone's file system is not there, and a blob's address dies with the page.
const DATABASE = 'photos'
const SHELF = 'photos'

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the photos of this browser do not open'))
  })

async function shelf(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => void opening.result.createObjectStore(SHELF)
  return (await asked(opening)).transaction(SHELF, mode).objectStore(SHELF)
}

export const putBlob = async (name: string, blob: Blob): Promise<void> => void (await asked((await shelf('readwrite')).put(blob, name)))
export const findBlob = async (name: string): Promise<Blob | undefined> => asked((await shelf('readonly')).get(name) as IDBRequest<Blob | undefined>)
export const blobNames = async (): Promise<string[]> => (await asked((await shelf('readonly')).getAllKeys())).map(String)
export const removeBlob = async (name: string): Promise<void> => void (await asked((await shelf('readwrite')).delete(name)))
