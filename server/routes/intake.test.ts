import { describe, expect, test } from '@jest/globals';
import { createIntake } from './intake';

const request = (body: BodyInit | null, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
    duplex: 'half',
  } as RequestInit);
const broken = (): ReadableStream =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(40));
      controller.error(new Error('socket hang up'));
    },
  });

describe('the intake', () => {
  test('takes bodies byte for byte, however they are cut', async () => {
    const parts = new ReadableStream({
      start(controller) {
        for (const part of ['{"a"', ':', '1}']) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    const { body } = await createIntake({ maxBody: 100, maxHeld: 100 }).take(request(parts));
    expect([new TextDecoder().decode(body.bytes), body.gzip]).toEqual(['{"a":1}', false]);
  });

  test('an empty body is taken; what it lacks is for the reader to say', async () => {
    expect((await createIntake({ maxBody: 100, maxHeld: 100 }).take(request(null))).body.bytes).toHaveLength(0);
  });

  test('holds no more than it may, and gives back once', async () => {
    const intake = createIntake({ maxBody: 60, maxHeld: 100 });
    const first = await intake.take(request('x'.repeat(60)));
    await expect(intake.take(request('x'.repeat(60)))).rejects.toMatchObject({ code: 'busy' });
    first.release();
    first.release();
    await intake.take(request('x'.repeat(60)));
    await expect(intake.take(request('x'.repeat(60)))).rejects.toMatchObject({ code: 'busy' });
  });

  test('refused and broken bodies hold nothing', async () => {
    const intake = createIntake({ maxBody: 60, maxHeld: 60 });
    for (let n = 0; n < 5; n++) {
      await expect(intake.take(request(broken()))).rejects.toMatchObject({ code: 'malformed' });
      await expect(intake.take(request('x'.repeat(61)))).rejects.toMatchObject({ code: 'too-large' });
    }
    await intake.take(request('x'.repeat(60)));
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;charset="UTF-8"'])(
    'knows %p as JSON',
    async (type) => {
      await createIntake({ maxBody: 60, maxHeld: 60 }).take(request('{}', { 'Content-Type': type }));
    },
  );
});
