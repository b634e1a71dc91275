import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';

/** Starting a thread takes tens of milliseconds; one that takes longer than this will not start (milliseconds). */
const usualLongestStart = 10_000;

interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** 0 while there is nothing to read, 1 when the thread has started or answered. */
  readonly signal: Int32Array;
}

/**
 * Asks a thread and waits, so that the caller stays synchronous. A thread that does not answer in time is ended, even in an
 * endless loop; the next question starts a new one. `filename` is a module that answers as `javascript-lp-thread.cjs` does.
 */
export class KillableThread<Question, Answer> {
  private running?: Running;

  constructor(private readonly filename: string, private readonly longestStart = usualLongestStart) {}

  /** The answer, or undefined when there is none in time. Starting the thread does not count (milliseconds). */
  ask(question: Question, patience: number): Answer | undefined {
    const running = (this.running ??= this.start());
    Atomics.store(running.signal, 0, 0);
    running.port.postMessage(question);
    if (isWoken(running, patience)) return receiveMessageOnPort(running.port)!.message as Answer;
    this.end();
    return undefined;
  }

  /** Ends the thread; the next question starts another. */
  end(): void {
    this.running?.port.close();
    void this.running?.worker.terminate();
    this.running = undefined;
  }

  private start(): Running {
    const { port1, port2 } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(this.filename, { workerData: { port: port2, signal }, transferList: [port2], execArgv: [] });
    // A thread that fails gives no answer in time, which is told then and there.
    worker.on('error', () => undefined);
    // Neither keeps a process alive that has nothing else to do.
    worker.unref();
    port1.unref();
    const running = { worker, port: port1, signal };
    if (isWoken(running, this.longestStart)) return running;
    void worker.terminate();
    throw new Error(`${this.filename} does not start`);
  }
}

const isWoken = ({ signal }: Running, patience: number): boolean => Atomics.wait(signal, 0, 0, patience) !== 'timed-out';
