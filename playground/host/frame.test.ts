import { AddInFrame } from './frame';
import { Host } from './host';

/** A frame and what it posts. */
function frame() {
  const host = new Host();
  const posted: Record<string, unknown>[] = [];
  const made = new AddInFrame(host, {
    conversation: 'c',
    control: 'a',
    origin: 'https://localhost',
    post: (message) => posted.push(JSON.parse(message) as Record<string, unknown>),
  });
  const send = (action: string, data: unknown, extra: object = {}, origin = 'https://localhost') =>
    made.receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: action,
        _conversationId: 'c',
        _correlationId: 7,
        _data: data,
        _actionType: 0,
        ...extra,
      }),
      origin,
    );
  return { host, frame: made, posted, send };
}

const ask = (body: unknown, flags = 0) => ({
  DdaMethod: { DispatchId: 93 },
  ArrayData: ['', 'POST', 'ProcessQuery', [], JSON.stringify(body), 0, flags],
});

describe('the frame of an add-in', () => {
  it('is told where it is', async () => {
    const { posted, send } = frame();
    await send('ContextActivationManager_getAppContextAsync', 'a');
    expect(posted[0]).toMatchObject({
      _messageType: 1,
      _correlationId: 7,
      _errorCode: 0,
      _responseType: 0,
      _data: { _id: 'a', _appName: 16, _clientMode: 0 },
    });
    const context = posted[0]._data as { _requirementMatrix: string };
    expect(JSON.parse(context._requirementMatrix)).toMatchObject({ excelapi: 1.15, sharedruntime: 1.1 });
  });

  it('hears nobody else', async () => {
    const { frame: made, posted, send } = frame();
    expect(await send('executeMethod', {}, {}, 'https://example.com')).toBe(false);
    expect(await send('executeMethod', {}, { _conversationId: 'other' })).toBe(false);
    expect(await made.receive('no json', 'https://localhost')).toBe(false);
    expect(await made.receive({ _actionName: 'executeMethod' }, 'https://localhost')).toBe(false);
    expect(posted).toEqual([]);
  });

  it('has its batches answered, or refused with a number', async () => {
    const { host, posted, send } = frame();
    const body = {
      Actions: [{ Id: 2, ActionType: 2, Name: '', ObjectPathId: 1, QueryInfo: { Select: ['name'] } }],
      ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
    };
    await send('executeMethod', ask(body));
    const { Error: fault, Data } = posted[0]._data as { Error: number; Data: [number, unknown, string] };
    expect([fault, Data[0], JSON.parse(Data[2])]).toEqual([
      0,
      200,
      { Results: [{ ActionId: 2, Value: { Name: 'Book1.xlsx' } }], TraceIds: [] },
    ]);
    host.cellEdit = true;
    await send('executeMethod', ask(body));
    expect(posted[1]._data).toEqual({ Version: 1, Error: 5004 });
    const waiting = send('executeMethod', ask(body, 64));
    host.endCellEdit();
    await waiting;
    expect(posted[2]._data).toMatchObject({ Error: 0 });
  });

  it('keeps document settings, and says what it does not know', async () => {
    const { host, posted, send } = frame();
    await send('executeMethod', { DdaMethod: { DispatchId: 76 }, DdaSettingsMethod: { Properties: [['key', '"value"']] } });
    await send('executeMethod', { DdaMethod: { DispatchId: 75 } });
    expect(posted[1]._data).toMatchObject({ Properties: { Settings: [{ Name: 'key', Value: '"value"' }] } });
    await send('executeMethod', { DdaMethod: { DispatchId: 64 } });
    expect(host.warnings).toEqual(['Method 64 is not known.']);
  });

  it('runs ribbon commands and hears of their end', async () => {
    const { frame: made, posted, send } = frame();
    await send('appCommandInvoked', {}, { _actionType: 1 });
    const done = made.runCommand('runAll', 'Rebal.RunAll');
    const event = posted[1];
    expect(event).toMatchObject({ _actionName: 'appCommandInvoked', _responseType: 1, _data: { 1: 'runAll' } });
    await send('executeMethod', { DdaMethod: { DispatchId: 94 }, 0: (event._data as Record<string, string>)['0'], 1: 0, 2: '' });
    await expect(done).resolves.toBe(0);
  });

  it('gets a command that came too early as soon as it listens', async () => {
    const { frame: made, posted, send } = frame();
    void made.runCommand('runAll', 'Rebal.RunAll');
    expect(posted).toEqual([]);
    await send('appCommandInvoked', {}, { _actionType: 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(posted[1]).toMatchObject({ _actionName: 'appCommandInvoked', _data: { 1: 'runAll' } });
  });

  it('gets messages only once it listens', async () => {
    const { host, posted, send } = frame();
    host.deliver([[65_536, 10, 'Workbook', '{}', 1]]);
    expect(posted).toEqual([]);
    await send('richApiMessage', {}, { _actionType: 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(posted[1]).toMatchObject({
      _actionName: 'richApiMessage',
      _responseType: 1,
      _data: { ArrayData: [[65_536, 10, 'Workbook', '{}', 1]] },
    });
  });
});
