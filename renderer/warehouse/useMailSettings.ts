import { useQuery } from '@tanstack/react-query'
import type { MailSettings } from '../../electron/contract.ts'
import { unwrap } from './unwrap.ts'

export const MAIL_SETTINGS = ['mailSettings']

/** undefined while they are being read. */
export const useMailSettings = (): MailSettings | undefined =>
  useQuery({ queryKey: MAIL_SETTINGS, queryFn: () => unwrap(window.warehouse.mailSettings()) }).data
