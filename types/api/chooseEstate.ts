import * as z from 'zod'
import { id, done } from './common'
import { contract } from './contract'

/** 选择小区: which estate a resident reports in and follows. */
export const chooseEstate = contract(
  z.object({ estateId: id }),
  done,
)
