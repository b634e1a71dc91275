/** Requirement sets this host offers: what the npm library covers. */
const requirementSets: Readonly<Record<string, number>> = {
  excelapi: 1.15,
  excelapionline: 1.1,
  excelapiundo: 1.2,
  sharedruntime: 1.1,
  sharedruntimeinternal: 1.2,
  customfunctions: 1.8,
  customfunctionsruntime: 1.3,
  ribbonapi: 1.1,
  dialogapi: 1.1,
  addincommands: 1.1,
  settings: 1.1,
  documentevents: 1.1,
  richapiruntime: 1.2,
  delayforcelledit: 1.1,
};

/** Excel on the web, as the library numbers applications. */
const EXCEL_WEB_APP = 16;
/** Display mode of a shared runtime whose pane shows. */
const SHOWN = 2;

/** What the library asks first: which application, document, locale and settings it runs in. */
export function appContext(control: string, documentName: string, settings: ReadonlyMap<string, unknown>): Record<string, unknown> {
  return {
    _id: control,
    _appName: EXCEL_WEB_APP,
    _appVersion: 16,
    _appMinorVersion: 1,
    _appUILocale: 'en-US',
    _dataLocale: 'en-US',
    _docUrl: `https://localhost/${encodeURIComponent(documentName)}`,
    _clientMode: 0,
    _reason: 'documentOpened',
    _osfControlType: 0,
    _settings: [...settings],
    _eToken: '',
    _correlationId: control,
    _appInstanceId: control,
    _hostCustomMessage: '',
    _hostFullVersion: '16.0.15407.10000',
    _requirementMatrix: JSON.stringify(requirementSets),
    _initialDisplayMode: SHOWN,
    _addinName: 'REBAL',
    _appDomains: [],
    _featureGates: {},
    _clientWindowHeight: 0,
    _clientWindowWidth: 0,
    _dialogRequirementMatrix: JSON.stringify(requirementSets),
  };
}

/** The name an add-in's frame must have so that the library finds its host. */
export function frameName(conversation: string, control: string, hostUrl: string): string {
  return JSON.stringify({ hostInfo: hostInfo(conversation), xdmInfo: `${conversation}|${control}|${hostUrl}`, serializerVersion: '1' });
}

/** Query parameter `_host_Info`: application, platform, version, locale, and the flags for a shared runtime with functions. */
export function hostInfo(conversation: string): string {
  return `Excel$Web$16.01$en-US$${conversation}$$$3`;
}
