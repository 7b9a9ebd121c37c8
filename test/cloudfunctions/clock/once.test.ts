import { once } from '../../../cloudfunctions/clock/once'

test('what a beat asks of a town it asks once, also where two jobs ask at the same moment', async () => {
  const ask = jest.fn((town: string) => Promise.resolve(`staff of ${town}`))
  const staffOf = once(ask)
  expect(await Promise.all([staffOf('demo'), staffOf('demo'), staffOf('other')])).toEqual(['staff of demo', 'staff of demo', 'staff of other'])
  await staffOf('demo')
  expect(ask).toHaveBeenCalledTimes(2)
})

test('what could not be read of a town is asked again by the next job', async () => {
  const ask = jest.fn().mockRejectedValueOnce(new Error('not to be had')).mockResolvedValue('staff')
  const staffOf = once(ask)
  await expect(staffOf('demo')).rejects.toThrow('not to be had')
  expect(await staffOf('demo')).toBe('staff')
})
