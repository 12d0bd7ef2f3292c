import { useQuery } from '@tanstack/react-query'
import type { MailSettings } from '../../../electron/contract.ts'
import { ask } from '../../warehouse/ask.ts'

export const MAIL_SETTINGS = ['mailSettings']

/** undefined until they are known. */
export const useMailSettings = (): MailSettings | undefined =>
  useQuery({ queryKey: MAIL_SETTINGS, queryFn: () => ask(window.warehouse.mailSettings()) }).data
