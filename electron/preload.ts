import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { channels, PUSH, type Push, type WarehouseApi } from './contract.ts'

const api: WarehouseApi = {
  handle: (message, id) => ipcRenderer.invoke(channels.handle, message, id),
  preview: (message) => ipcRenderer.invoke(channels.preview, message),
  view: (name, query) => ipcRenderer.invoke(channels.view, name, query),
  chooseFile: () => ipcRenderer.invoke(channels.chooseFile),
  importFile: (request) => ipcRenderer.invoke(channels.importFile, request),
  cancelImport: (file) => ipcRenderer.invoke(channels.cancelImport, file),
  previewImportUndo: (seq) => ipcRenderer.invoke(channels.previewImportUndo, seq),
  undoImport: (seq, id) => ipcRenderer.invoke(channels.undoImport, seq, id),
  cancelImportUndo: (id) => ipcRenderer.invoke(channels.cancelImportUndo, id),
  saveRejected: (texts) => ipcRenderer.invoke(channels.saveRejected, texts),
  operator: () => ipcRenderer.invoke(channels.operator),
  setOperator: (name) => ipcRenderer.invoke(channels.setOperator, name),
  chooseLanguage: (language) => ipcRenderer.invoke(channels.chooseLanguage, language),
  mailSettings: () => ipcRenderer.invoke(channels.mailSettings),
  saveMailSettings: (smtp, password) => ipcRenderer.invoke(channels.saveMailSettings, smtp, password),
  turnMailOff: () => ipcRenderer.invoke(channels.turnMailOff),
  sendTestMail: (smtp, password) => ipcRenderer.invoke(channels.sendTestMail, smtp, password),
  backups: () => ipcRenderer.invoke(channels.backups),
  makeBackup: () => ipcRenderer.invoke(channels.makeBackup),
  cancelBackup: () => ipcRenderer.invoke(channels.cancelBackup),
  verifyBackup: (name) => ipcRenderer.invoke(channels.verifyBackup, name),
  messagesSinceBackup: (name) => ipcRenderer.invoke(channels.messagesSinceBackup, name),
  restoreBackup: (name) => ipcRenderer.invoke(channels.restoreBackup, name),
  onPush(listener) {
    const receive = (_event: IpcRendererEvent, push: Push) => listener(push) // Electron's event stays here
    ipcRenderer.on(PUSH, receive)
    return () => void ipcRenderer.off(PUSH, receive)
  },
}

contextBridge.exposeInMainWorld('warehouse', api)
