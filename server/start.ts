import { assemble, type ServiceParts } from './assemble';
import { listen } from './listen';

export interface Started {
  readonly port: number;
  /** Takes no more runs, gives those at work the grace of the environment, then closes everything. Safe to call twice. */
  stop(): Promise<void>;
}

/** Milliseconds that the last answers and streams get to leave. */
const lastAnswers = 2000;

/** Builds the service and listens; rejects with a sentence for people when it cannot. */
export async function start(parts: ServiceParts): Promise<Started> {
  const { app, drain, close } = assemble(parts);
  const { REBAL_HOST: host, REBAL_PORT: port } = parts.environment;
  const listening = await listen(app.fetch, { host, port });
  const stopAll = async (): Promise<void> => {
    // Until the last run has ended the service listens on, so that its results can be fetched.
    await drain();
    await listening.close(lastAnswers);
    await close();
  };
  let stopped: Promise<void> | undefined;
  return { port: listening.port, stop: () => (stopped ??= stopAll()) };
}
