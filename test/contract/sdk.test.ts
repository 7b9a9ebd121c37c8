import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from '../local-cloud/support'
import type { Cloud } from '../../local-cloud/start'

/** Runs a piece of code where a cloud function runs, with the SDK as published, and brings back what it returned or threw. */
const LABORATORY = `${WITH_SDK}
exports.main = async ({ code, input }) => {
  try {
    return { value: await eval('(' + code + ')')({ cloud, db, _, input }) }
  } catch (e) {
    return { error: { errCode: e.errCode, errMsg: e.errMsg, code: e.code, message: e.message } }
  }
}
`
type Sdk = { cloud: any; db: any; _: any; input: any }  
type Thrown = { errCode?: number; errMsg?: string; code?: string; message: string }

let cloud: Cloud

beforeAll(async () => {
  const functionsDir = functionsDirectory({
    laboratory: { code: LABORATORY, config: { permissions: { openapi: ['subscribeMessage.send', 'security.msgSecCheck', 'security.mediaCheckAsync', 'wxacode.getUnlimited'] } } },
    unpermitted: { code: LABORATORY },
    greeter: { code: `${WITH_SDK}exports.main = async (event) => ({ hello: event.name, ...cloud.getWXContext() })` },
  })
  cloud = await quietCloud({ functionsDir, indexes: { cases: [{ name: 'by_no', keys: [['no', 1]], unique: true }, { name: 'by_due', keys: [['town', 1], ['due', 1]] }] } })
  cloud.engine.createCollection('cases')
  cloud.engine.createCollection('plain')
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

type Outcome = { value?: any; error?: Thrown }  
const attempt = (work: (sdk: Sdk) => unknown, input: unknown = {}, functionName = 'laboratory') =>
  cloud.invoke<Outcome>(functionName, { code: work.toString(), input }, { openid: 'oPerson' })
const run = async (work: (sdk: Sdk) => unknown, input?: unknown) => {
  const { value, error } = await attempt(work, input)
  if (error) throw new Error(error.errMsg ?? error.message)
  return value
}
const fail = async (work: (sdk: Sdk) => unknown, input?: unknown): Promise<Thrown> => {
  const { value, error } = await attempt(work, input)
  if (!error) throw new Error(`did not fail: ${JSON.stringify(value)}`)
  return error
}

describe('documents through the unmodified SDK', () => {
  test('a collection is created once', async () => {
    expect(await run(({ db }) => db.createCollection('fresh'))).toMatchObject({ errMsg: 'createCollection:ok' })
    expect((await fail(({ db }) => db.createCollection('fresh'))).errMsg).toMatch(/Table exist: fresh/)
  })

  test('a missing collection is the real error', async () => {
    const error = await fail(({ db }) => db.collection('nowhere').doc('a').get())
    expect(error).toMatchObject({ errCode: -502005 })
    expect(error.errMsg).toMatch(/Db or Table not exist: nowhere/)
  })

  test('what is added comes back as it was, with dates as dates', async () => {
    const back = await run(async ({ db }) => {
      const { _id } = await db.collection('plain').add({ data: { n: 1, f: 1.5, big: 5e9, s: '中文', nul: null, list: [1, { x: true }], at: new Date(1767323045678) } })
      const { data } = await db.collection('plain').doc(_id).get()
      return { ...data, isDate: data.at instanceof Date, isHex: /^[0-9a-f]{32}$/.test(_id) }
    })
    expect(back).toMatchObject({ n: 1, f: 1.5, big: 5e9, s: '中文', nul: null, list: [1, { x: true }], at: '2026-01-02T03:04:05.678Z', isDate: true, isHex: true })
  })

  test('serverDate is the cloud clock, with its offset', async () => {
    cloud.clock.freezeAt(Date.parse('2027-05-01T00:00:00Z'))
    const data = await run(async ({ db }) => {
      await db.collection('plain').doc('stamp').set({ data: { at: db.serverDate(), later: db.serverDate({ offset: 3600000 }) } })
      return (await db.collection('plain').doc('stamp').get()).data
    })
    cloud.clock.moveTo(Date.now())
    expect(data).toMatchObject({ at: '2027-05-01T00:00:00.000Z', later: '2027-05-01T01:00:00.000Z' })
  })

  test('set creates and replaces, update merges, remove removes, a missing document is counted as 0', async () => {
    expect(
      await run(async ({ db, _ }) => {
        const doc = db.collection('plain').doc('one')
        const created = await doc.set({ data: { a: 1, gone: true } })
        const replaced = await doc.set({ data: { a: 1, list: [1] } })
        await doc.update({ data: { a: _.inc(2), nested: { x: 1 }, list: _.push([2, 3]) } })
        await doc.update({ data: { nested: { y: 2 }, list: _.unshift([0]) } })
        const { data } = await doc.get()
        const removed = await doc.remove()
        const missing = [await doc.update({ data: { a: 1 } }), await doc.remove()]
        return { created: created.stats, replaced: replaced.stats, data, removed: removed.stats, missing: missing.map(({ stats }: any) => stats) }  
      }),
    ).toEqual({
      created: { updated: 0, created: 1 },
      replaced: { updated: 1, created: 0 },
      data: { _id: 'one', a: 3, nested: { x: 1, y: 2 }, list: [0, 1, 2, 3] },
      removed: { removed: 1 },
      missing: [{ updated: 0 }, { removed: 0 }],
    })
  })

  test('the array commands', async () => {
    expect(
      await run(async ({ db, _ }) => {
        const doc = db.collection('plain').doc('arrays')
        await doc.set({ data: { a: [1, 2, 3], b: ['x', 'y', 'x'], c: [{ n: 1 }, { n: 5 }], d: [1], gone: 1 } })
        await doc.update({ data: { a: _.pop(), b: _.pull('x'), c: _.pull({ n: _.gt(3) }), d: _.addToSet({ $each: [1, 2] }), gone: _.remove() } })
        await doc.update({ data: { a: _.shift(), d: _.addToSet(2), e: _.push({ each: [3, 1, 2], sort: 1, slice: 2 }) } })
        return (await doc.get()).data
      }),
    ).toEqual({ _id: 'arrays', a: [2], b: ['y'], c: [{ n: 1 }], d: [1, 2], e: [1, 2] })
  })

  test('a document that is not there', async () => {
    expect(await fail(({ db }) => db.collection('plain').doc('nobody').get())).toMatchObject({ errCode: -1, errMsg: 'document.get:fail document with _id nobody does not exist' })
  })

  test('a repeated _id and a repeated unique key are E11000', async () => {
    const error = await fail(async ({ db }) => {
      await db.collection('cases').add({ data: { _id: 'twice', no: 'A1' } })
      await db.collection('cases').add({ data: { _id: 'twice', no: 'A2' } })
    })
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toMatch(/E11000 duplicate key error collection: linjing-local.cases index: _id_/)
    expect((await fail(({ db }) => db.collection('cases').add({ data: { no: 'A1' } }))).errMsg).toMatch(/E11000.*index: by_no dup key: \{ no: "A1" \}/)
  })

  test('where with every command the app uses, ordered, paged and cut to fields', async () => {
    const found = await run(async ({ db, _ }) => {
      await db.createCollection('rows')
      const rows = db.collection('rows')
      for (let i = 0; i < 30; i++) await rows.add({ data: { _id: `r${String(i).padStart(2, '0')}`, i, parity: i % 2 ? 'odd' : 'even', ...(i % 3 ? {} : { third: true }) } })
      const ids = async (query: unknown) => (await rows.where(query).orderBy('_id', 'asc').get()).data.map(({ i }: { i: number }) => i)
      return {
        eq: await ids({ i: _.eq(3) }),
        neq: (await ids({ i: _.neq(3) })).length,
        range: await ids({ i: _.gte(3).and(_.lt(6)) }),
        outside: await ids({ i: _.lte(1).or(_.gt(28)) }),
        in: await ids({ i: _.in([5, 4, 99]) }),
        nin: (await ids({ parity: _.nin(['odd']) })).length,
        exists: (await ids({ third: _.exists(true), i: _.gt(20) })),
        or: await ids(_.or([{ i: 1 }, { i: 2, parity: 'even' }])),
        and: await ids(_.and([{ i: _.gt(10) }, { i: _.lt(13) }])),
        page: (await rows.where({ parity: 'odd' }).orderBy('i', 'desc').skip(2).limit(2).field({ i: true, _id: false }).get()).data,
        count: (await rows.where({ parity: 'odd' }).count()).total,
        all: (await rows.count()).total,
      }
    })
    expect(found).toEqual({
      eq: [3],
      neq: 29,
      range: [3, 4, 5],
      outside: [0, 1, 29],
      in: [4, 5],
      nin: 15,
      exists: [21, 24, 27],
      or: [1, 2],
      and: [11, 12],
      page: [{ i: 25 }, { i: 23 }],
      count: 15,
      all: 30,
    })
  })

  test('100 documents without a limit, 1000 at most with one', async () => {
    cloud.engine.createCollection('many')
    cloud.engine.insert('many', Array.from({ length: 1100 }, (_, i) => ({ i })))
    const lengths = await run(async ({ db }) => [(await db.collection('many').get()).data.length, (await db.collection('many').limit(5000).get()).data.length])
    expect(lengths).toEqual([100, 1000])
  })

  test('where().update and where().remove', async () => {
    expect(
      await run(async ({ db, _ }) => {
        const cases = db.collection('plain')
        for (const group of ['g', 'g', 'h']) await cases.add({ data: { group, n: 1 } })
        const updated = await cases.where({ group: 'g' }).update({ data: { n: _.inc(1) } })
        const removed = await cases.where({ group: 'g', n: _.gt(1) }).remove()
        return [updated.stats, removed.stats, (await cases.where({ group: _.in(['g', 'h']) }).count()).total]
      }),
    ).toEqual([{ updated: 2 }, { removed: 2 }, 1])
  })

  test('aggregate: match, group, sort', async () => {
    expect(
      await run(async ({ db }) => {
        const $ = db.command.aggregate
        return (await db.collection('rows').aggregate().match({ i: db.command.lt(10) }).group({ _id: '$parity', sum: $.sum('$i') }).sort({ _id: 1 }).end()).list
      }),
    ).toEqual([
      { _id: 'even', sum: 20 },
      { _id: 'odd', sum: 25 },
    ])
  })

  test('below a null there is no field', async () => {
    const error = await fail(async ({ db }) => {
      await db.collection('plain').doc('flat').set({ data: { a: null } })
      await db.collection('plain').doc('flat').update({ data: { a: { x: 1 } } })
    })
    expect(error.errMsg).toMatch(/-502001.*Cannot create field 'x' in element \{a: null\}/)
  })
})

describe('transactions through the unmodified SDK', () => {
  test('runTransaction commits everything, rollback and a throw leave nothing', async () => {
    expect(
      await run(async ({ db, _ }) => {
        const plain = db.collection('plain')
        await plain.doc('t1').set({ data: { n: 1 } })
        const result = await db.runTransaction(async (t: any) => {  
          const { data } = await t.collection('plain').doc('t1').get()
          await t.collection('plain').doc('t1').update({ data: { n: _.inc(1) } })
          await t.collection('plain').add({ data: { _id: 't2', n: data.n } })
          await t.collection('plain').doc('t3').set({ data: { own: (await t.collection('plain').doc('t1').get()).data.n } })
          return 'done'
        })
        const rolledBack = await db.runTransaction(async (t: any) => {  
          await t.collection('plain').doc('t1').remove()
          await t.rollback('changed my mind')
        }).catch((reason: unknown) => reason)
        const thrown = await db.runTransaction(async (t: any) => {  
          await t.collection('plain').doc('t1').remove()
          throw new Error('boom')
        }).catch((error: Error) => error.message)
        const after = (await plain.where({ _id: _.in(['t1', 't2', 't3']) }).orderBy('_id', 'asc').get()).data
        return { result, rolledBack, thrown, after }
      }),
    ).toEqual({
      result: 'done',
      rolledBack: 'changed my mind',
      thrown: 'boom',
      after: [
        { _id: 't1', n: 2 },
        { _id: 't2', n: 1 },
        { _id: 't3', own: 2 },
      ],
    })
  })

  test('a conflict is raised at the operation, in the words of the real cloud', async () => {
    const error = await fail(async ({ db }) => {
      await db.collection('plain').doc('fought').set({ data: { n: 0 } })
      const [a, b] = [await db.startTransaction(), await db.startTransaction()]
      await a.collection('plain').doc('fought').update({ data: { n: 1 } })
      try {
        await b.collection('plain').doc('fought').set({ data: { n: 2 } })
      } finally {
        await a.commit()
      }
    })
    expect(error).toMatchObject({ errCode: -501001 })
    expect(error.errMsg).toMatch(/^document.set:fail -501001 resource system error. \[ResourceUnavailable.TransactionConflict\]/)
  })

  test('20 people count at once and, trying again after a conflict, lose nothing', async () => {
    const total = await run(async ({ db, _ }) => {
      await db.collection('plain').doc('counter').set({ data: { n: 0 } })
      const once = async (): Promise<void> => {
        try {
          await db.runTransaction(async (t: any) => {  
            const { data } = await t.collection('plain').doc('counter').get()
            await t.collection('plain').doc('counter').update({ data: { n: data.n + 1 } })
            await t.collection('plain').add({ data: { mark: 'count' } })
          })
        } catch (error) {
          if (!/TransactionConflict/.test((error as Error).message)) throw error
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 40))
          return once()
        }
      }
      await Promise.all(Array.from({ length: 20 }, once))
      return [(await db.collection('plain').doc('counter').get()).data.n, (await db.collection('plain').where({ mark: _.eq('count') }).count()).total]
    })
    expect(total).toEqual([20, 20])
  })

  test('a plain write waits for the transaction that holds the document', async () => {
    expect(
      await run(async ({ db, _ }) => {
        const doc = db.collection('plain').doc('waited')
        await doc.set({ data: { n: 0 } })
        const t = await db.startTransaction()
        await t.collection('plain').doc('waited').update({ data: { n: 10 } })
        const plain = doc.update({ data: { n: _.inc(1) } })
        await t.commit()
        await plain
        return (await doc.get()).data.n
      }),
    ).toBe(11)
  })
})

describe('files through the unmodified SDK', () => {
  test('a file goes up, comes down, has an address, and goes away', async () => {
    const answer = await run(async ({ cloud }) => {
      const { fileID } = await cloud.uploadFile({ cloudPath: '照片/a b.txt', fileContent: Buffer.from('你好') })
      const text = (await cloud.downloadFile({ fileID })).fileContent.toString()
      const [link] = (await cloud.getTempFileURL({ fileList: [fileID] })).fileList
      const [deleted] = (await cloud.deleteFile({ fileList: [fileID] })).fileList
      const [gone] = (await cloud.getTempFileURL({ fileList: [fileID] })).fileList
      return { fileID, text, link, deleted, gone }
    })
    expect(answer).toMatchObject({ fileID: 'cloud://linjing-local.local-bucket/照片/a b.txt', text: '你好', link: { status: 0 }, deleted: { status: 0 }, gone: { status: -503003 } })
    expect((await fetch(answer.link.tempFileURL)).status).toBe(404)
  })

  test('a path that leads out, a forged link and too large a file are refused', async () => {
    expect((await fail(({ cloud }) => cloud.uploadFile({ cloudPath: '../secret', fileContent: Buffer.from('x') }))).errMsg).toMatch(/invalid cloudPath/)
    expect((await fail(({ cloud }) => cloud.uploadFile({ cloudPath: 'big', fileContent: Buffer.alloc(11 * 1024 * 1024) }))).errMsg).toMatch(/UploadFailed.*too large/)
    expect((await fetch(`${cloud.url}/_cloud/file/download.9999999999.c2VjcmV0.AAAA`)).status).toBe(403)
    expect((await fetch(`${cloud.url}/_cloud/upload/upload.9999999999.c2VjcmV0.AAAA`, { method: 'PUT', body: 'x' })).status).toBe(403)
  })
})

describe('functions and identity through the unmodified SDK', () => {
  test('getWXContext says who calls, and a function that calls a function does so for the same person', async () => {
    const { here, there } = await run(async ({ cloud }) => ({ here: cloud.getWXContext(), there: (await cloud.callFunction({ name: 'greeter', data: { name: '甲' } })).result }))
    expect(here).toMatchObject({ OPENID: 'oPerson', APPID: 'wx-linjing-local', ENV: 'linjing-local', SOURCE: 'wx_client' })
    expect(there).toMatchObject({ hello: '甲', OPENID: 'oPerson', SOURCE: 'wx_client,scf' })
  })

  test('a function that does not exist', async () => {
    expect(await fail(({ cloud }) => cloud.callFunction({ name: 'nobody' }))).toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })
})

describe("WeChat's interfaces through the unmodified SDK", () => {
  const send = ({ cloud, input }: Sdk) => cloud.openapi.subscribeMessage.send({ touser: input.to, templateId: 'TPL', page: 'pages/case/index?id=1', data: { thing1: { value: input.text }, time2: { value: '2026-05-01 10:00' } } })

  test('one accept is good for one message; the next is 43101', async () => {
    expect(await fail(send, { to: 'oReader', text: '路灯' })).toMatchObject({ errCode: 43101 })
    cloud.acceptMessages('oReader', 'TPL')
    expect(await run(send, { to: 'oReader', text: '路灯' })).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })
    expect(cloud.sentMessages()).toMatchObject([{ openid: 'oReader', templateId: 'TPL', page: 'pages/case/index?id=1', data: { thing1: { value: '路灯' } } }])
    expect(await fail(send, { to: 'oReader', text: '路灯' })).toMatchObject({ errCode: 43101 })
  })

  test('a thing of 20 characters is sent, of 21 refused without costing the accept', async () => {
    cloud.acceptMessages('oReader', 'TPL')
    expect(await fail(send, { to: 'oReader', text: '字'.repeat(21) })).toMatchObject({ errCode: 47003 })
    expect(await run(send, { to: 'oReader', text: '字'.repeat(20) })).toMatchObject({ errCode: 0 })
  })

  test('msgSecCheck passes plain words and finds the marked ones risky', async () => {
    const check = ({ cloud, input }: Sdk) => cloud.openapi.security.msgSecCheck({ openid: 'oPerson', scene: 2, version: 2, content: input.text })
    expect(await run(check, { text: '楼道堆物' })).toMatchObject({ result: { suggest: 'pass', label: 100 } })
    expect(await run(check, { text: '这是违规测试' })).toMatchObject({ result: { suggest: 'risky' } })
  })

  test('mediaCheckAsync takes the picture in', async () => {
    expect(await run(({ cloud }) => cloud.openapi.security.mediaCheckAsync({ mediaUrl: 'https://example.com/a.jpg', mediaType: 2, version: 2, scene: 1, openid: 'oPerson' }))).toMatchObject({ errCode: 0, traceId: expect.any(String) })
  })

  test('what config.json does not permit is -604101', async () => {
    expect((await attempt(send, { to: 'oReader', text: '路灯' }, 'unpermitted')).error).toMatchObject({ errCode: -604101 })
  })
})

describe('what the local cloud does not do is refused by its name', () => {
  const refusals: [string, (sdk: Sdk) => unknown, RegExp][] = [
    ['a geo query', ({ db, _ }) => db.collection('plain').where({ at: _.geoNear({ geometry: db.Geo.Point(113, 23), maxDistance: 100 }) }).get(), /\$nearSphere/],
    ['an expression in a query', ({ db, _ }) => db.collection('plain').where(_.expr(_.aggregate.eq(['$a', 1]))).get(), /\$expr/],
    ['the bit command', ({ db, _ }) => db.collection('plain').doc('arrays').update({ data: { a: _.bit({ and: 1 }) } }), /\$bit/],
    ['a positional update', ({ db, _ }) => db.collection('plain').doc('arrays').update({ data: { 'a.$[]': _.inc(1) } }), /\$\[\]/],
    ['a geo stage', ({ db }) => db.collection('plain').aggregate().geoNear({ distanceField: 'd', spherical: true, near: db.Geo.Point(113, 23) }).end(), /\$geoNear/],
    ['wxacode.get', ({ cloud }) => cloud.openapi.wxacode.get({ path: 'a' }), /wxacode\.get/],
    ['the old callOpenAPI', ({ cloud }) => cloud.callOpenAPI({ api: 'x.y', data: {} }), /wx\.api/],
    ['a mixed projection', ({ db }) => db.collection('rows').field({ i: true, parity: false }).get(), /mix of inclusion and exclusion/],
  ]
  test.each(refusals)('%s', async (_name, work, name) => {
    const error = await fail(work)
    expect(error.errMsg ?? error.message).toMatch(name)
  })

  test('an unknown action and broken JSON get an answer, and the gateway stays up', async () => {
    const ask = async (body: string) => (await (await fetch(cloud.adminUrl, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).json()) as { code: string; message: string }
    expect(await ask('{"action":"database.explain"}')).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('database.explain') })
    expect(await ask('{"action":')).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await ask('{"action":"database.getDocument","collectionName":"plain","query":"{\\"a\\":"}')).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('EJSON') })
    expect(await ask('{"action":"constructor"}')).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await run(({ db }) => db.collection('plain').count())).toMatchObject({ total: expect.any(Number) })
  })

  test('a web page cannot use the admin door', async () => {
    const reply = await fetch(cloud.adminUrl, { method: 'POST', body: '{"action":"database.addCollection","collectionName":"evil"}', headers: { origin: 'http://evil.example' } })
    expect(await reply.json()).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('browsers') })
  })
})
